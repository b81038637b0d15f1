#!/usr/bin/env node
// How long Smoke Runner takes for pages that are ready at once, slow, restless, blank or broken, as a table in Markdown.
//
//   bench/waiting/run [--before JAR] [--only NAME,...]
//
// JAR is that of another version; each page is then looked at by both, one after the other.
import { spawnSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { pages, serve } = await import('./pages.mjs');
const here = dirname(fileURLToPath(import.meta.url));
const option = (name) => (process.argv.indexOf(name) < 0 ? '' : process.argv[process.argv.indexOf(name) + 1]);
const now = join(here, '..', '..', 'target', 'smoke-runner.jar');
const jars = option('--before') ? [option('--before'), now] : [now];
const only = option('--only') ? option('--only').split(',') : Object.keys(pages);

const look = (jar, url, out) => new Promise((done) => {
  const began = process.hrtime.bigint();
  let printed = '';
  const run = spawn('java', ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, 'run', url, '--format', 'json', '-o', out]);
  run.stdout.on('data', (some) => { printed += some; });
  run.on('exit', () => {
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    let result;
    try { result = JSON.parse(printed); } catch { result = { verdict: 'no result', findings: [] }; }
    const first = result.findings[0];
    done(`${seconds.toFixed(1)} s, ${result.verdict}${first ? ` (\`${first.check}\` ${first.impact})` : ''}`);
  });
});

if (spawnSync('java', ['-version']).status !== 0) {
  console.error('bench/waiting: no java on PATH');
  process.exit(2);
}
const { server, port } = await serve();
const out = mkdtempSync(join(tmpdir(), 'smoke-waiting-'));
console.log(`| kind | page | ${jars.length > 1 ? 'before | ' : ''}now | healthy |`);
console.log(`|---|---|${'---|'.repeat(jars.length)}---|`);
for (const name of only) {
  const [kind, what, , healthy] = pages[name];
  const cells = [];
  for (const jar of jars) cells.push(await look(jar, `http://127.0.0.1:${port}/page/${name}`, out));
  console.log(`| ${kind} | ${what} | ${cells.join(' | ')} | ${healthy ? 'yes' : 'no'} |`);
}
rmSync(out, { recursive: true, force: true });
server.closeAllConnections();
server.close();
