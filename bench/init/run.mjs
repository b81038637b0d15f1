// Builds, writes a config, runs it ten times, removes the main script: one tool after the other.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Builder } from '../real-builds/lib/builder.mjs';

const RUNS = 10;
const TOOLS = ['angular', 'astro', 'eleventy', 'esbuild', 'gulp', 'grunt-cache-bust', 'next', 'parcel', 'react', 'rollup', 'svelte', 'vite', 'vue', 'webpack'];

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const root = path.resolve(here, '../..');
const builds = path.join(here, '../real-builds');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { build: { type: 'boolean' }, docs: { type: 'boolean' }, cache: { type: 'string', default: path.join(root, 'target/real-builds') } },
});
const work = path.join(root, 'target/init');
const kept = path.join(work, 'rows.json');
const rows = existsSync(kept) ? JSON.parse(await readFile(kept, 'utf8')) : {};

for (const id of options.docs ? [] : positionals.length > 0 ? positionals : TOOLS) {
  const { title, version, site } = await built(id);
  if (options.build) continue;
  rows[id] = { title: `${title} ${version}`, ...(await proved(id, site)) };
  console.log(line(rows[id]));
  await mkdir(work, { recursive: true });
  await writeFile(kept, JSON.stringify(rows, null, 2));
}
if (!options.build) await document();
process.exit(Object.values(rows).every(isRight) ? 0 : 1);

/** A healthy site; built once. */
async function built(id) {
  const site = path.join(work, id, 'site');
  const about = path.join(work, id, 'about.json');
  if (!existsSync(about)) {
    const folder = path.join(builds, 'tools', id);
    const tool = (await import(path.join(folder, 'variants.mjs'))).default[0];
    const builder = await Builder.install({ ...tool, folder }, path.join(builds, 'app'), options.cache);
    const made = await builder.make(tool.variants.find((variant) => variant.name === 'healthy'));
    await mkdir(path.join(work, id), { recursive: true });
    await made.copyTo(site);
    await writeFile(about, JSON.stringify({ title: tool.title, version: builder.version }));
  }
  return { ...JSON.parse(await readFile(about, 'utf8')), site };
}

async function proved(id, site) {
  const place = path.join(work, id, 'tried');
  await rm(place, { recursive: true, force: true });
  await cp(site, path.join(place, 'site'), { recursive: true });
  const config = path.join(place, 'config.yaml');
  const init = await smoke(['init', path.join(place, 'site'), '-o', config]);
  if (init.code !== 0) return { init: init.code, says: init.says };
  let passed = 0;
  for (let run = 0; run < RUNS; run++) {
    const { code, says } = await runWith(config, place);
    passed += code === 0 ? 1 : 0;
    if (code !== 0) console.log(says);
  }
  const page = path.join(place, 'site/index.html');
  const html = await readFile(page, 'utf8');
  const main = await mainScript(html, path.join(place, 'site'));
  await rm(main.file);
  const fileless = await runWith(config, place);
  await cp(path.join(site, path.relative(path.join(place, 'site'), main.file)), main.file);
  await writeFile(page, html.replace(main.tag, ''));
  const tagless = await runWith(config, place);
  const text = await readFile(config, 'utf8');
  return {
    init: 0, passed, fileless: fileless.code, tagless: tagless.code, main: path.basename(main.file),
    elements: counted(text, 'require:'), scripts: counted(text, 'scripts:'), left: (text.match(/^# - /gm) ?? []).length,
  };
}

/** The largest of the files that script tags of the page name. */
async function mainScript(html, site) {
  const found = [];
  for (const [tag, , src] of html.matchAll(/<script\b[^>]*?\bsrc=(["']?)([^"'>\s]+)\1[^>]*>\s*<\/script>/g)) {
    const file = path.join(site, src.split(/[?#]/)[0]);
    if (existsSync(file)) found.push({ tag, file, size: (await stat(file)).size });
  }
  found.sort((one, other) => other.size - one.size);
  if (found.length === 0) throw new Error(`no script tag in ${site}`);
  return found[0];
}

/** How many entries a list of the config has. */
function counted(text, key) {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.trim().startsWith(key));
  if (from < 0) return 0;
  const to = lines.findIndex((line, i) => i > from && /^ {0,4}\S/.test(line));
  return lines.slice(from + 1, to).filter((line) => /^ {6}- /.test(line)).length;
}

function runWith(config, place) {
  return smoke(['run', config, '--format', 'console', '-o', path.join(place, 'report')]);
}

function smoke(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.env.SMOKE ?? path.join(root, 'smoke'), args, { cwd: root });
    let says = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (says += bytes));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, says }));
  });
}

function isRight(row) {
  return row.init === 0 && row.passed === RUNS && row.fileless === 1 && row.tagless === 1;
}

function line(row) {
  if (row.init !== 0) return `${row.title}: init ended with ${row.init}\n${row.says}`;
  return `${row.title}: ${row.passed}/${RUNS} passed; without ${row.main}: ${row.fileless}, without its tag: ${row.tagless}`;
}

async function document() {
  const file = path.join(root, 'docs/init.md');
  const said = (code) => (code === 1 ? 'fails' : `**exit ${code}**`);
  const table = Object.values(rows).map((row) => (row.init === 0
    ? `| ${row.title} | ${row.elements} | ${row.scripts} | ${row.passed} of ${RUNS} | \`${row.main}\` | ${said(row.fileless)} | ${said(row.tagless)} |`
    : `| ${row.title} | | | init ended with ${row.init} | | | |`));
  const head = ['| build | elements | scripts | passes | main script | without the file | without its tag |', '|---|---|---|---|---|---|---|'];
  const text = await readFile(file, 'utf8');
  const marks = /(<!-- runs: by bench\/init\/run -->\n)[\s\S]*?(<!-- end -->)/;
  await writeFile(file, text.replace(marks, (all, before, after) => `${before}${[...head, ...table].join('\n')}\n${after}`));
}
