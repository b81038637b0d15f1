// How time and memory grow: one quantity at a time, the others as small as they can be.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { median } from './pairs.mjs';
import { run } from './process.mjs';
import { duration } from './reading.mjs';
import { PIXEL } from './site.mjs';

/** A step is measured again until this is spent: long runs are steady, short ones are not. */
const STEP_BUDGET_MS = 10_000;
/** After a step that takes longer, the larger ones of its series are left out: all of it should take ten minutes. */
const LONGEST_STEP_MS = 120_000;

/** The series: each makes a contender of a size, of `what`. */
const SERIES = [
  { what: 'pages', how: 'browser', steps: [1, 10, 30, 100, 300], contender: (bench, n) => pages(bench, n, 'smoke') },
  { what: 'pages', how: 'HTTP only', steps: [1, 10, 30, 100, 300], contender: (bench, n) => pages(bench, n, 'plain') },
  {
    what: 'assets', how: 'HTTP only', steps: [10, 100, 1000, 3000, 10_000],
    contender: ({ to, site }, n) => to.plain([`${site.url}many/${n}`]),
  },
  {
    what: 'scripts', how: 'HTTP only', steps: [10, 100, 1000, 10_000],
    contender: ({ to, site }, n) => to.plain([`${site.url}scripts/${n}`]),
  },
  { what: 'package files', how: 'HTTP only', steps: [10, 100, 1000, 5000, 20_000], contender: packageFiles },
  {
    what: 'missing assets', how: 'HTTP only', steps: [0, 10, 100, 1000, 10_000],
    contender: ({ to, site }, n) => to.plain([`${site.url}lost/${n}`], [n === 0 ? 0 : 1]),
  },
  {
    what: 'damaged tags', how: 'HTTP only', steps: [10, 100, 1000, 10_000],
    contender: ({ to, site }, n) => to.plain([`${site.url}damaged/${n}`], [1]),
  },
];

export const growth = {
  title: 'Growth',
  about: 'Smoke Runner alone, one quantity at a time: pages of 27 requests, pictures of one page, its scripts, files of a '
    + 'package that is a site of many small pages, assets that are not there and must all be confirmed and told, and damaged tags.',
  isGrowth: true,
  measure: async (bench) => {
    const all = [];
    for (const series of SERIES) all.push({ what: series.what, how: series.how, points: await points(bench, series) });
    return all;
  },
};

async function points(bench, { what, how, steps, contender }) {
  const seen = [];
  for (const n of steps.filter((step) => step <= bench.most)) {
    const { ms: before } = seen.at(-1) ?? {};
    seen.push(before > LONGEST_STEP_MS
      ? { n, trouble: `left out, since the step before took ${duration(before)}` }
      : await point(n, await contender(bench, n), bench.rounds));
    console.log(`  ${what}, ${how}, ${n}: ${seen.at(-1).trouble ?? duration(seen.at(-1).ms)}`);
  }
  return seen;
}

async function point(n, contender, rounds) {
  const runs = [];
  try {
    for (let spent = 0; runs.length < rounds && spent < STEP_BUDGET_MS; spent += runs.at(-1).ms) {
      runs.push(await run(contender, { memory: true }));
    }
  } catch (failure) {
    return { n, trouble: failure.message };
  }
  return { n, ms: median(runs.map(({ ms }) => ms)), mib: runs[0].mib && median(runs.map(({ mib }) => mib)), runs: runs.length };
}

function pages({ to, site }, count, how) {
  return to[how]([to.config(site.url, Array.from({ length: count }, (_, i) => `page/${i + 1}`))]);
}

/** A static site: each page has a folder with a script and a picture of its own. */
async function packageFiles({ to, work }, count) {
  const folder = path.join(work, 'package');
  await rm(folder, { recursive: true, force: true });
  for (let page = 0; page < Math.floor(count / 3); page++) {
    await write(page === 0 ? folder : path.join(folder, `p${page}`), {
      'index.html': '<!DOCTYPE html><title>Page</title><h1>Bicycles</h1><img src="bicycle.png" alt=""><script src="page.js"></script>',
      'page.js': `document.title = 'Page ${page}';\n`.repeat(50),
      'bicycle.png': PIXEL,
    });
  }
  for (let rest = 0; rest < count % 3; rest++) await write(folder, { [`${rest}.png`]: PIXEL });
  return to.plain(['--target', folder]);
}

async function write(folder, files) {
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(path.join(folder, name), content)));
}
