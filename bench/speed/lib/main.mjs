// Installs the peers, serves the pages, measures the scenes, and writes what was measured into docs.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chart } from './chart.mjs';
import { Contenders } from './contenders.mjs';
import { hardware, installed, packageVersion, version } from './machine.mjs';
import { median, ratio } from './pairs.mjs';
import { run } from './process.mjs';
import { duration, told, whole } from './reading.mjs';
import { report } from './report.mjs';
import { SCENES } from './scenes.mjs';
import { serve } from './site.mjs';

const here = path.resolve(path.dirname(new URL(import.meta.url).pathname), '..');
const root = path.resolve(here, '../..');
const work = path.join(root, 'target/speed');
const kept = path.join(here, 'results.json');

const { values: options } = parseArgs({
  options: {
    scene: { type: 'string', default: Object.keys(SCENES).join() },
    rounds: { type: 'string', default: '5' },
    most: { type: 'string', default: '20000' },
    browser: { type: 'string' },
    docs: { type: 'boolean' },
    render: { type: 'boolean' },
  },
});
const names = options.scene.split(',');
const rounds = atLeastOne('rounds');
const most = atLeastOne('most');
const unknown = names.filter((name) => !SCENES[name]);
if (unknown.length > 0) stop(`no scene ${unknown.join(', ')}: expected some of ${Object.keys(SCENES).join(', ')}`);

if (options.render) {
  await write(await lastResults());
} else {
  const results = await measured();
  if (options.docs) await write({ ...(await lastResults()), ...results });
}

async function measured() {
  const browser = options.browser ?? installed('chromium', 'google-chrome', 'chromium-headless-shell');
  if (!browser) stop('no browser: expected chromium, google-chrome or chromium-headless-shell on PATH, or --browser PATH');
  await prepare();
  const site = await serve();
  const to = new Contenders({ root, work, browser });
  // Builds the jar, and keeps its classes for the next run, before anything is timed.
  await run(to.smoke([`${site.url}page/1`]));
  const results = {};
  for (const name of names) {
    const start = performance.now();
    const rows = await SCENES[name].measure({ to, site, rounds, work, most });
    results[name] = { ...circumstances(browser), ...(SCENES[name].isGrowth ? { series: rows } : { rows }) };
    print(name, results[name], performance.now() - start);
  }
  site.close();
  return results;
}

/** The peers are installed beside a copy of their scripts, never beside the sources. */
async function prepare() {
  await mkdir(path.join(work, 'pictures'), { recursive: true });
  const wanted = await readFile(path.join(here, 'peers/package.json'), 'utf8');
  const had = await readFile(path.join(work, 'package.json'), 'utf8').catch(() => '');
  await cp(path.join(here, 'peers'), work, { recursive: true });
  if (wanted === had) return;
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: work, stdio: ['ignore', 'inherit', 'inherit'] });
  } catch {
    // Who cannot be installed is told in the tables; the next run tries again.
    await rm(path.join(work, 'package.json'));
  }
}

function print(name, { rows, series }, ms) {
  series?.forEach((each) => console.log(told(each)));
  rows?.forEach((row) => {
    const value = row.trouble ?? (SCENES[name].unit ? `${whole(median(row.values))} ${SCENES[name].unit}` : duration(median(row.values)));
    console.log(`${name.padEnd(15)} ${row.who.padEnd(28)} ${value.padEnd(12)} ${ratio(row, rows[0])?.median.toFixed(2) ?? ''}`);
  });
  console.log(`${name.padEnd(15)} took ${duration(ms)}`);
}

function circumstances(browser) {
  const peers = ['playwright-core', 'puppeteer-core', 'linkinator', 'serve-handler', 'lighthouse'].map((name) => packageVersion(work, name));
  const programs = [version(path.join(root, 'smoke')), version(browser), version('wrk', '-v').split(' [')[0], `Node ${process.version.slice(1)}`];
  const machine = `${hardware()}; ${[...programs, ...peers].filter(Boolean).join(', ')}`;
  return { date: new Date().toISOString().slice(0, 10), rounds, machine };
}

async function lastResults() {
  return JSON.parse(await readFile(kept, 'utf8').catch(() => '{}'));
}

async function write(results) {
  const changes = JSON.parse(await readFile(path.join(here, 'changes.json'), 'utf8'));
  const tenths = (name, value) => (typeof value === 'number' ? Number(value.toFixed(1)) : value);
  await writeFile(kept, `${JSON.stringify(results, tenths, 1)}\n`);
  await writeFile(path.join(root, 'docs/speed.md'), report(results, changes));
  if (results.growth) await writeFile(path.join(root, 'docs/growth.svg'), chart(results.growth.series));
}

function atLeastOne(option) {
  const number = Number(options[option]);
  if (!Number.isInteger(number) || number < 1) stop(`--${option} ${options[option]}: expected a whole number of at least 1`);
  return number;
}

function stop(problem) {
  console.error(`bench/speed/run: ${problem}`);
  process.exit(2);
}
