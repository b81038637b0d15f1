// docs/growth.svg: a panel for each quantity, time above memory, all axes logarithmic, in the reader's light or dark.
const WIDTH = 230;
const HEIGHT = 150;
const GAP = 40;
const LEFT = 64;
const TOP = 64;
const BETWEEN = 34;
const ROUNDING = 1e-9;
const MEASURES = [
  { key: 'ms', label: 'time (s)', scale: 1000 },
  { key: 'mib', label: 'memory (MiB)', scale: 1 },
];
/** The class by which each way of looking is coloured. */
const COLOURS = { browser: 'a', 'HTTP only': 'b' };

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #444 }
  .ground { fill: #fff }
  .title { font-weight: 600; fill: #111 }
  .grid { stroke: #ddd; fill: none }
  .frame { stroke: #999; fill: none }
  .guide { stroke: #999; stroke-dasharray: 3 4; fill: none }
  .line { fill: none; stroke-width: 2 }
  .a { --own: #0b62c4 } .b { --own: #b34700 }
  .line { stroke: var(--own) } circle, .name { fill: var(--own) }
  @media (prefers-color-scheme: dark) {
    text { fill: #bbb } .ground { fill: #111 } .title { fill: #eee } .grid { stroke: #333 } .frame, .guide { stroke: #777 }
    .a { --own: #6cb2ff } .b { --own: #ff9d57 }
  }`;

/** Draws series `{what, how, points: [{n, ms, mib}]}`: those of one quantity share a panel. */
export function chart(all) {
  const series = all.filter(({ points }) => points.some(({ ms }) => ms > 0));
  const measures = MEASURES.filter(({ key }) => series.every(({ points }) => points.some((point) => point[key] > 0)));
  const panels = [...new Set(series.map(({ what }) => what))].map((what) => series.filter((each) => each.what === what));
  const width = LEFT + panels.length * (WIDTH + GAP);
  const height = TOP + measures.length * (HEIGHT + BETWEEN) + 24;
  const drawn = measures.map((measure, row) => {
    const [least, most] = range(series.flatMap(({ points }) => values(points, measure).map(({ y }) => y)));
    const ys = [Math.floor(least), Math.ceil(most)];
    return panels.map((panel, column) =>
      place(LEFT + column * (WIDTH + GAP), TOP + row * (HEIGHT + BETWEEN), [
        drawPanel(panel, measure, ys, column === 0),
        ...(row === measures.length - 1 ? [text(WIDTH / 2, HEIGHT + 34, 'title', panel[0].what, 'middle')] : []),
      ].join('\n'))).join('');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">
<title>Time and memory of Smoke Runner against what it looks at</title>
<style>${STYLE}
</style>
<rect class="ground" width="${width}" height="${height}"/>
${text(LEFT, 22, 'title', 'Smoke Runner: how time and memory grow')}
${legend(series)}
${drawn.join('')}</svg>
`;
}

function legend(series) {
  const names = [...new Set(series.map(({ how }) => how))];
  const entries = names.map((how, i) =>
    `<g class="${COLOURS[how]}"><circle cx="${LEFT + i * 110 + 5}" cy="38" r="4"/>${text(LEFT + i * 110 + 14, 42, 'name', how)}</g>`);
  const x = LEFT + names.length * 110;
  return `${entries.join('')}<path class="guide" d="M${x} 38h28"/>${text(x + 34, 42, '', 'linear')}`;
}

function drawPanel(panel, measure, ys, isFirst) {
  const xs = range(panel.flatMap(({ points }) => values(points, measure).map(({ x }) => x)));
  const at = { x: (value) => along(xs, value) * WIDTH, y: (value) => HEIGHT - along(ys, value) * HEIGHT };
  const hasNone = panel.some(({ points }) => points[0].n === 0);
  const grid = [
    ...ticks(xs).map((tick) => `<path class="grid" d="M${fixed(at.x(tick))} 0v${HEIGHT}"/>`),
    ...ticks(ys).map((tick) => `<path class="grid" d="M0 ${fixed(at.y(tick))}h${WIDTH}"/>`),
  ];
  const bottom = ticks(xs).map((tick, i) => text(at.x(tick), HEIGHT + 15, '', hasNone && i === 0 ? '0' : short(tick), 'middle'));
  const side = isFirst ? ticks(ys).map((tick) => text(-7, at.y(tick) + 4, '', short(tick), 'end')) : [];
  const label = `<text class="title" text-anchor="middle" transform="translate(-46 ${HEIGHT / 2}) rotate(-90)">${measure.label}</text>`;
  const lines = panel.map((each) => line(each, measure, at));
  const guide = linear(panel[0], measure, xs, ys, at);
  const frame = `<rect class="frame" width="${WIDTH}" height="${HEIGHT}"/>`;
  return [...grid, ...bottom, ...side, ...(isFirst ? [label] : []), guide, frame, ...lines].join('\n');
}

function line({ how, points }, measure, at) {
  const spots = values(points, measure).map(({ x, y }) => [fixed(at.x(x)), fixed(at.y(y))]);
  const dots = spots.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3"/>`).join('');
  return `<g class="${COLOURS[how]}"><path class="line" d="M${spots.map((spot) => spot.join(' ')).join('L')}"/>${dots}</g>`;
}

/** What ten times as much for ten times as many would look like, up to the last point. */
function linear({ points }, measure, xs, ys, at) {
  const last = values(points, measure).at(-1);
  if (!last) return '';
  const from = Math.max(10 ** xs[0], (last.x * 10 ** ys[0]) / last.y);
  return `<path class="guide" d="M${fixed(at.x(from))} ${fixed(at.y((last.y * from) / last.x))}L${fixed(at.x(last.x))} ${fixed(at.y(last.y))}"/>`;
}

/** None is drawn where one would be: logarithms have no place for it. */
function values(points, { key, scale }) {
  return points.filter((point) => point[key] > 0).map((point) => ({ x: Math.max(1, point.n), y: point[key] / scale }));
}

/** The least and the most of some numbers, as exponents of ten; a single number has a little room around it. */
function range(numbers) {
  const [least, most] = [Math.log10(Math.min(...numbers)), Math.log10(Math.max(...numbers))];
  return least < most ? [least, most] : [least - 0.5, most + 0.5];
}

/** The decades of a range, and where they would be too few to read a value by, 2 and 5 of each. */
function ticks([from, to]) {
  const steps = to - from > 1.5 ? [1] : [1, 2, 5];
  const decades = Array.from({ length: Math.floor(to) - Math.floor(from) + 1 }, (_, i) => Math.floor(from) + i);
  return decades
    .flatMap((decade) => steps.map((step) => step * 10 ** decade))
    .filter((tick) => Math.log10(tick) >= from - ROUNDING && Math.log10(tick) <= to + ROUNDING);
}

function along([from, to], value) {
  return (Math.log10(value) - from) / (to - from);
}

function short(number) {
  return number >= 1000 ? `${number / 1000}k` : String(Number(number.toPrecision(1)));
}

function fixed(number) {
  return Number(number.toFixed(1));
}

function text(x, y, kind, words, anchor = 'start') {
  return `<text x="${fixed(x)}" y="${fixed(y)}"${kind ? ` class="${kind}"` : ''} text-anchor="${anchor}">${words}</text>`;
}

function place(x, y, content) {
  return `<g transform="translate(${x} ${y})">\n${content}\n</g>\n`;
}
