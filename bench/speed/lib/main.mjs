// Installs the peers, serves the pages, times everybody in pairs, prints ratios and writes docs/speed.md.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inPairs } from './pairs.mjs';
import { serve } from './site.mjs';

const here = path.resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const root = path.resolve(here, '../..');
const work = path.join(root, 'target/speed');
const pages = 60;
const assets = 3000;
const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, browser: { type: 'string' }, docs: { type: 'boolean' } },
});
const rounds = Number(options.rounds);
const browser = options.browser ?? installed(['chromium', 'google-chrome', 'chromium-headless-shell']);
const smoke = path.join(root, 'smoke');

await mkdir(path.join(work, 'pictures'), { recursive: true });
await cp(path.join(here, 'peers'), work, { recursive: true });
if (!existsSync(path.join(work, 'node_modules/playwright-core'))) {
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: work, stdio: 'inherit' });
}
const site = await serve();
const rows = [];
for (const scene of [onePage, manyAssets, manyPages]) {
  const times = await scene();
  times.forEach(print);
  rows.push(...times);
}
site.close();
if (options.docs) await writeFile(path.join(root, 'docs/speed.md'), report());

function print({ scene, name, ms, ratio }) {
  console.log(`${scene.padEnd(22)} ${name.padEnd(18)} ${(ms / 1000).toFixed(2)} s  ${ratio}`);
}

/** One page from the shell, nothing warm: what a CI step waits for. */
async function onePage() {
  const url = `${site.url}page/1`;
  const times = await inPairs(rounds, {
    'bare browser': [browser, [...bare(), '--dump-dom', url]],
    Playwright: playwright(1, [url]),
    'Smoke Runner': ours([url]),
  });
  return compared('one page, cold', times, 'bare browser');
}

async function manyPages() {
  const names = Array.from({ length: pages }, (_, i) => `page/${i + 1}`);
  const config = path.join(work, 'pages.yaml');
  const list = names.map((name) => `  - path: ${name}`).join('\n');
  await writeFile(config, `name: speed\nenvironments:\n  local:\n    url: ${site.url}\npages:\n${list}\n`);
  const times = await inPairs(Math.ceil(rounds / 3), {
    Playwright: playwright(2, names.map((name) => site.url + name)),
    'Smoke Runner': ours([config]),
  });
  return compared(`${pages} pages, 2 at once`, times, 'Playwright');
}

/** The time beyond that of a page without assets is the assets'. */
async function manyAssets() {
  const times = await inPairs(Math.ceil(rounds / 3), {
    'a page of 1': ours([`${site.url}many/1`, '--browser', 'none']),
    [`a page of ${assets}`]: ours([`${site.url}many/${assets}`, '--browser', 'none']),
  });
  const [small, large] = Object.values(times);
  const rows = compared('assets over HTTP', times, 'a page of 1');
  rows[1].ratio = `${Math.round((assets * 1000) / (large - small))} assets a second`;
  return rows;
}

function ours(args) {
  return [smoke, ['run', ...args, '--output', path.join(work, 'report'), '--browser-binary', browser]];
}

function playwright(atOnce, urls) {
  return [process.execPath, [path.join(work, 'playwright.cjs'), browser, path.join(work, 'pictures'), String(atOnce), ...urls]];
}

function bare() {
  const quiet = ['--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
  return [...quiet, '--disable-sync', '--disable-quic', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])];
}

function compared(scene, times, base) {
  return Object.entries(times).map(([name, ms]) => ({ scene, name, ms, ratio: (ms / times[base]).toFixed(2) }));
}

function installed(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      if (folder && existsSync(path.join(folder, name))) return path.join(folder, name);
    }
  }
  console.error(`no browser: expected one of ${names.join(', ')} on PATH, or --browser PATH`);
  process.exit(2);
}

function report() {
  const cells = rows.map((row) => `| ${row.scene} | ${row.name} | ${(row.ms / 1000).toFixed(2)} s | ${row.ratio} |`);
  const version = (program) => execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n')[0];
  const playwrightVersion = JSON.parse(readFileSync(path.join(work, 'node_modules/playwright-core/package.json'), 'utf8')).version;
  return `# Speed

Whole processes from the shell, in pairs: each contender once per round, ${rounds} rounds, medians. Only ratios mean anything on
another machine. \`bench/speed/run --docs\` makes this page.

Made on ${new Date().toISOString().slice(0, 10)}: ${os.cpus().length} cores (${os.cpus()[0].model}), ${version(browser)}, Node ${process.version.slice(1)}, Playwright ${playwrightVersion}, ${version(smoke)}.

| what | who | median | ratio to the first |
|---|---|---|---|
${cells.join('\n')}
`;
}
