// What numbers say, in sentences: nobody writes these by hand.
import { median, ratio } from './pairs.mjs';

const OURS = 'Smoke Runner';
/** Below this share of the start's, growth cannot be told from noise. */
const LEAST_GROWTH = 0.2;
/** Exponents within this of 1 are linear. */
const LINEAR = 0.15;

/** Whether Smoke Runner keeps a scene's goals. */
export function goals({ goals: all = [], unit, least }, rows) {
  const ours = rows.find(({ who }) => who === OURS);
  if (!ours?.values) return [];
  const bound = unit ? 'at least' : 'at most';
  const kept = (value, limit) => (unit ? value >= limit : value <= limit) ? 'kept' : '**missed**';
  const ratios = all.flatMap(([who, limit]) => {
    const share = ratio(ours, rows.find((row) => row.who === who))?.median;
    return share === undefined ? [] : [`${share.toFixed(2)} of ${who} (goal: ${bound} ${limit}, ${kept(share, limit)})`];
  });
  const reached = median(ours.values);
  const rate = least ? [`${whole(reached)} ${unit} (goal: at least ${whole(least)}, ${kept(reached, least)})`] : [];
  return [...rate, ...ratios];
}

/**
 * How a series of points `{n, [key]}` grows. What the first point costs is the start; the knee is where growth costs as much as
 * the start did, and the exponent is the growth's between the last two points: 1 is linear, 2 is a square.
 */
export function growth(points, key) {
  const known = points.filter((point) => point[key] !== undefined);
  const [first, last, before] = [known.at(0), known.at(-1), known.at(-2)];
  if (known.length < 3) return undefined;
  const start = first[key];
  const grown = (point) => point[key] - start;
  if (grown(last) < LEAST_GROWTH * start) return { start, end: last.n };
  const each = grown(last) / (last.n - first.n);
  const isTold = grown(before) >= LEAST_GROWTH * start;
  const exponent = isTold ? slope(grown(last) / grown(before), (last.n - first.n) / (before.n - first.n)) : undefined;
  return { start, end: last.n, each, knee: start / each, exponent };
}

function slope(rise, run) {
  return Math.log(rise) / Math.log(run);
}

/** The growth of a series in a sentence. */
export function told({ what, how, points }) {
  const failed = points.find(({ trouble }) => trouble);
  const parts = [['ms', 'time', duration], ['mib', 'memory', memory]].flatMap(([key, name, show]) => {
    const seen = growth(points, key);
    return seen ? [sentence(seen, name, show, what)] : [];
  });
  const stopped = failed ? ` ${whole(failed.n)} ${what} could not be measured: ${failed.trouble}.` : '';
  return `**${what}, ${how}**: ${parts.join('; ') || 'too few steps to say how it grows'}.${stopped}`;
}

function sentence({ start, end, each, knee, exponent }, name, show, what) {
  if (!each) return `${name} stays near ${show(start)} up to ${whole(end)}`;
  const place = knee > end
    ? `beyond ${whole(end)}: growth never costs as much as the start did`
    : `at about ${round(knee)} ${what}, where growth costs as much as the start did`;
  return `${name} starts at ${show(start)} and grows by ${show(each)} with each ${what.replace(/s$/, '')}, ${shape(exponent)}; its knee is ${place}`;
}

function shape(exponent) {
  if (exponent === undefined) return 'too little to tell its shape';
  const way = exponent > 1 + LINEAR ? '**worse than linear**' : exponent < 1 - LINEAR ? 'better than linear' : 'linear';
  return `${way} at the end (exponent ${exponent.toFixed(2)})`;
}

export function duration(ms) {
  return ms >= 995 ? `${(ms / 1000).toFixed(2)} s` : ms >= 10 ? `${Math.round(ms)} ms` : `${ms.toFixed(2)} ms`;
}

export function memory(mib) {
  return mib >= 1 ? `${whole(mib)} MiB` : `${(mib * 1024).toFixed(mib * 1024 >= 10 ? 0 : 1)} KiB`;
}

export function whole(number) {
  return Math.round(number).toLocaleString('en');
}

/** To two digits: more would say more than is known. */
function round(number) {
  return Number(number.toPrecision(2)).toLocaleString('en');
}
