// How many sites one monitor looks at, and what that costs: by plain HTTP, or with the browser.
//
//   bench/monitor/scale [SITES] [EVERY] [MINUTES] [OPTION...]      by default 200 sites, 60s, 3 minutes, --browser none
//
// Needs Linux, Java and the built jar. Prints rounds, the processor time of the whole process tree and its memory at the end.
import {spawn, execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const [sites = '200', every = '60s', minutes = '3', ...options] = process.argv.slice(2);
const smoke = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'smoke');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smoke-monitor-scale-'));
const sleep = seconds => new Promise(done => { setTimeout(done, seconds * 1000); });

const server = http.createServer((request, response) => {
  const isScript = request.url.endsWith('.js');
  response.writeHead(200, {'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8'});
  response.end(isScript ? 'document.title += "!";'
    : '<!doctype html><html lang="en"><title>Shop</title><form id="order"><p>Welcome to the shop.</p></form>'
      + Array.from({length: 5}, (_, i) => `<script src="part${i}.js"></script>`).join('') + '</html>');
});
await new Promise(done => { server.listen(0, '127.0.0.1', done); });
for (let i = 0; i < Number(sites); i++) {
  fs.writeFileSync(path.join(folder, `site${i}.yaml`), `name: site${i}
environments:
  production: {url: "http://127.0.0.1:${server.address().port}/${i}/", audience: customers}
pages: [{path: ./, require: ["form#order"]}]
monitor: {every: ${every}}
`);
}

const log = path.join(folder, 'log');
const out = fs.openSync(log, 'a');
const monitor = spawn(smoke, ['monitor', folder, '--data', path.join(folder, 'data', 'history.db'), '--at-once', '4',
  ...(options.length > 0 ? options : ['--browser', 'none'])], {stdio: ['ignore', out, out], detached: true});

/** Processor seconds and resident megabytes of a process and all that it started. */
function cost(root) {
  const all = fs.readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(pid => {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
      const pss = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m);
      return [{pid: Number(pid), parent: Number(stat[1]), ticks: stat.slice(11, 15).reduce((sum, one) => sum + Number(one), 0),
        kilobytes: Number(pss?.[1] ?? 0)}];
    } catch { return []; }
  });
  const tree = new Set([root]);
  for (let grown = true; grown;) {
    grown = false;
    for (const one of all) if (tree.has(one.parent) && !tree.has(one.pid)) grown = Boolean(tree.add(one.pid));
  }
  const mine = all.filter(one => tree.has(one.pid));
  const hertz = Number(execFileSync('getconf', ['CLK_TCK'], {encoding: 'utf8'}));
  return {seconds: mine.reduce((sum, one) => sum + one.ticks, 0) / hertz,
    megabytes: mine.reduce((sum, one) => sum + one.kilobytes, 0) / 1024};
}

const rounds = () => fs.readFileSync(log, 'utf8').split('\n').filter(line => / (pass|fail|inconclusive) /.test(line));
await sleep(130);
const before = {rounds: rounds().length, ...cost(monitor.pid)};
await sleep(Number(minutes) * 60);
const after = {rounds: rounds().length, ...cost(monitor.pid)};
process.kill(-monitor.pid, 'SIGTERM');
const made = after.rounds - before.rounds;
const bad = rounds().filter(line => !line.includes(' pass ')).length;
console.log(`${sites} sites, every ${every}, ${minutes} minutes: ${(made / Number(minutes)).toFixed(0)} rounds a minute, `
  + `${((after.seconds - before.seconds) / made).toFixed(3)} processor seconds a round, `
  + `${((after.seconds - before.seconds) / Number(minutes) / 60).toFixed(2)} cores busy, ${after.megabytes.toFixed(0)} MB, ${bad} rounds that did not pass`);
await sleep(5);
fs.rmSync(folder, {recursive: true});
process.exit(bad === 0 ? 0 : 1);
