// What a soak wrote down, as a picture in the reader's light or dark, and as a table.
import fs from 'node:fs';

const WIDTH = 270;
const HEIGHT = 130;
const LEFT = 56;
const TOP = 76;
const COLUMNS = 3;
const PANELS = [
  {title: 'memory, MB', lines: [['javaMb', 'Java'], ['browserMb', 'browser']]},
  {title: 'at work', lines: [['javaThreads', 'threads of Java'], ['processes', 'processes']]},
  {title: 'open files', lines: [['javaFiles', 'Java'], ['browserFiles', 'browser']]},
  {title: 'files in the temporary folder', lines: [['tmpFiles', 'files']]},
  {title: 'files in the data folder', lines: [['dataFiles', 'files']]},
  {title: 'database, MB', lines: [['databaseMb', 'with evidence']]},
];
const ROWS = [
  ['memory of Java, MB', 'javaMb'], ['memory of the browser, MB', 'browserMb'], ['threads of Java', 'javaThreads'],
  ['open files of Java', 'javaFiles'], ['open files of the browser', 'browserFiles'], ['processes', 'processes'],
  ['files in the temporary folder', 'tmpFiles'], ['files in the data folder', 'dataFiles'], ['database, MB', 'databaseMb'],
];

/** The least round number that is not less. */
function limit(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 2.5, 4, 5, 8, 10].map(step => step * power).find(one => one >= value);
}

function panel({title, lines}, rows, most, at) {
  const top = limit(Math.max(4, ...lines.flatMap(([key]) => rows.map(row => row[key]))));
  const x = row => (row.rounds / most * WIDTH).toFixed(1);
  const y = value => (HEIGHT - value / top * HEIGHT).toFixed(1);
  const grid = [0.25, 0.5, 0.75].map(part => `<path class="grid" d="M0 ${HEIGHT * part}h${WIDTH}M${WIDTH * part} 0v${HEIGHT}"/>`).join('');
  const labels = [0, 0.5, 1].map(part => `<text x="-6" y="${HEIGHT - part * HEIGHT + 4}" text-anchor="end">${top * part}</text>`
    + `<text x="${WIDTH * part}" y="${HEIGHT + 16}" text-anchor="middle">${Math.round(most * part)}</text>`).join('');
  const drawn = lines.map(([key, name], i) => `<g class="${'ab'[i]}"><path class="line" d="M${rows.map(row => `${x(row)} ${y(row[key])}`).join('L')}"/>`
    + `<text class="name" x="${WIDTH - (lines.length - 1 - i) * 72}" y="-8" text-anchor="end">${name}</text></g>`).join('');
  return `<g transform="translate(${at.x} ${at.y})"><text class="title" x="0" y="-8">${title}</text>${grid}<path class="frame" d="M0 0h${WIDTH}v${HEIGHT}H0z"/>${labels}${drawn}</g>`;
}

/** Writes the picture of a table of values, and prints what they were at the beginning, in the middle and at the end. */
export function draw(csv, svg) {
  const [head, ...lines] = fs.readFileSync(csv, 'utf8').trim().split('\n');
  const rows = lines.map(line => Object.fromEntries(line.split(',').map((value, i) => [head.split(',')[i], Number(value)])));
  const last = rows.at(-1);
  const most = Math.ceil(last.rounds / 100) * 100;
  const [stepX, stepY] = [WIDTH + 74, HEIGHT + 66];
  const [width, height] = [LEFT + COLUMNS * stepX - 40, TOP + Math.ceil(PANELS.length / COLUMNS) * stepY - 22];
  fs.writeFileSync(svg, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">
<title>What a monitor holds in ${last.rounds} rounds with the browser</title>
<style>
  text { font: 12px system-ui, sans-serif; fill: #444 }
  .ground { fill: #fff }
  .title { font-weight: 600; fill: #111 }
  .grid { stroke: #ddd; fill: none }
  .frame { stroke: #999; fill: none }
  .line { fill: none; stroke-width: 1.5 }
  .a { --own: #0b62c4 } .b { --own: #b34700 }
  .line { stroke: var(--own) } .name { fill: var(--own) }
  @media (prefers-color-scheme: dark) {
    text { fill: #bbb } .ground { fill: #111 } .title { fill: #eee } .grid { stroke: #333 } .frame { stroke: #777 }
    .a { --own: #6cb2ff } .b { --own: #ff9d57 }
  }
</style>
<rect class="ground" width="${width}" height="${height}"/>
<text x="${LEFT}" y="24" class="title">${last.rounds} rounds with the browser in ${Math.round(last.minutes)} minutes, by rounds; ${last.outages} outages</text>
${PANELS.map((one, i) => panel(one, rows, most, {x: LEFT + (i % COLUMNS) * stepX, y: TOP + Math.floor(i / COLUMNS) * stepY})).join('\n')}
</svg>
`);
  // The first rounds fill what is kept from one to the next.
  const parts = [[0.1, 0.25], [0.4, 0.6], [0.85, 1]].map(([from, until]) =>
    rows.filter(row => row.rounds >= from * last.rounds && row.rounds <= until * last.rounds));
  const name = part => `rounds ${part[0].rounds} to ${part.at(-1).rounds}`;
  console.log(`| on average | ${parts.map(name).join(' | ')} | at most |\n|---|--:|--:|--:|--:|`);
  for (const [what, key] of ROWS) {
    const digits = key === 'databaseMb' ? 1 : 0;
    const mean = part => (part.reduce((sum, row) => sum + row[key], 0) / part.length).toFixed(digits);
    console.log(`| ${what} | ${parts.map(mean).join(' | ')} | ${Math.max(...rows.map(row => row[key])).toFixed(digits)} |`);
  }
  console.log(`\n${(last.cpuSeconds / last.rounds).toFixed(2)} processor seconds a round`);
}
