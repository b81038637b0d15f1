// Lets one monitor watch four sites with the browser for thousands of rounds while two of them break again and again, and writes
// down what it holds: memory, threads, open files, processes, temporary files, its database.
//
//   bench/monitor/soak [ROUNDS] [EVERY] [FILE.csv]      by default 2000 rounds, each site each 7s, soak.csv
//   bench/monitor/soak draw FILE.csv FILE.svg           the same as a picture and, on standard output, as a table
//
// Needs Linux, Java, the built jar and a browser. Ends with 1 where an outage was not told once, or something is left behind.
import {spawn, execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {pagerduty} from './pagerduty.mjs';
import {draw} from './soak-picture.mjs';

if (process.argv[2] === 'draw') {
  draw(process.argv[3], process.argv[4]);
  process.exit(0);
}
const [rounds = '2000', every = '7s', csv = 'soak.csv'] = process.argv.slice(2);
const smoke = process.env.SMOKE ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'smoke');
const SAMPLE = 20_000;
/** Of an outage, and from the end of one to the start of the next of the same site. */
const BROKEN = 60_000;
const WELL = 240_000;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smoke-monitor-soak-'));
const data = path.join(folder, 'data');
// Where it is longer the browser's folders are elsewhere, since the paths of its sockets are bounded.
const tmp = fs.mkdtempSync('/tmp/sk-');
fs.mkdirSync(data);
const sleep = ms => new Promise(done => { setTimeout(done, ms); });

// Each site has a page, a style, five scripts, a picture and a call; a script of the first is missing in its outages, and a script
// of the second fails.
const outage = [false, false, false, false];
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
function answer(url) {
  const [, number, name] = url.match(/^\/(\d)\/([\w.]*)/) ?? [];
  if (number === undefined) return [404, 'text/plain', 'not found'];
  if (name === '') {
    return [200, 'text/html; charset=utf-8', '<!doctype html><html lang="en"><head><title>Shop</title><link rel="stylesheet" href="style.css"></head>'
      + '<body><form id="order"><p>Welcome to the shop.</p><img src="logo.png" alt="" width="20" height="20"></form>'
      + [0, 1, 2, 3, 4].map(i => `<script src="part${i}.js"></script>`).join('') + '</body></html>'];
  }
  if (name === 'part4.js' && number === '0' && outage[0]) return [404, 'text/plain', 'not found'];
  if (name === 'part4.js' && number === '1' && outage[1]) return [200, 'text/javascript', 'undefinedShop.open();'];
  if (name === 'part3.js') return [200, 'text/javascript', 'fetch("api.json").then(answer => answer.json()).then(items => { document.title = items.title; });'];
  if (name.endsWith('.js')) return [200, 'text/javascript', 'document.body.append(Array.from({length: 500}, (_, i) => i).join(" "));'];
  if (name === 'style.css') return [200, 'text/css', 'body { font: 16px sans-serif; color: #333; }'];
  if (name === 'api.json') return [200, 'application/json', '{"title": "Shop"}'];
  return name === 'logo.png' ? [200, 'image/png', PIXEL] : [404, 'text/plain', 'not found'];
}
const server = http.createServer((request, response) => {
  const [status, type, body] = answer(request.url);
  response.writeHead(status, {'Content-Type': type}).end(body);
});
await new Promise(done => { server.listen(0, '127.0.0.1', done); });
const desk = await pagerduty();
for (let i = 0; i < outage.length; i++) {
  fs.writeFileSync(path.join(folder, `site${i}.yaml`), `name: site${i}
environments:
  production: {url: "http://127.0.0.1:${server.address().port}/${i}/", audience: customers}
pages: [{path: ./, require: ["form#order"]}]
monitor: {every: ${every}, confirm: 2, recover: 2}
alerts:
  pagerduty: {routing-key: "\${secret:PAGERDUTY_KEY}", url: "${desk.url}"}
`);
}

const log = path.join(folder, 'log');
const out = fs.openSync(log, 'a');
const monitor = spawn(smoke, ['monitor', folder, '--data', path.join(data, 'history.db'), '--listen', '0'], {
  env: {...process.env, PAGERDUTY_KEY: '0123456789abcdef0123456789abcdef', TMPDIR: tmp, SMOKE_JAVA_OPTS: `-Djava.io.tmpdir=${tmp} ${process.env.SMOKE_JAVA_OPTS ?? ''}`},
  stdio: ['ignore', out, out], detached: true,
});
let ended = false;
monitor.on('exit', () => { ended = true; });

/** Processes of the monitor: those that it started, and all whose command names its folder. */
function processes() {
  const all = fs.readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(pid => {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
      return [{pid: Number(pid), state: stat[0], parent: Number(stat[1]),
        ticks: Number(stat[11]) + Number(stat[12]), waited: Number(stat[13]) + Number(stat[14]),
        command: fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')}];
    } catch { return []; }
  });
  const tree = new Set(all.filter(one => one.pid === monitor.pid || ((one.command.includes(folder) || one.command.includes(tmp)) && one.pid !== process.pid)).map(one => one.pid));
  for (let grown = true; grown;) {
    grown = false;
    for (const one of all) if (tree.has(one.parent) && !tree.has(one.pid)) grown = Boolean(tree.add(one.pid));
  }
  return all.filter(one => tree.has(one.pid));
}

const number = (file, pattern) => {
  try { return Number(fs.readFileSync(file, 'utf8').match(pattern)?.[1] ?? 0); } catch { return 0; }
};
const open = pid => { try { return fs.readdirSync(`/proc/${pid}/fd`).length; } catch { return 0; } };
const files = place => {
  try { return fs.readdirSync(place, {recursive: true, withFileTypes: true}).filter(one => !one.isDirectory()).length; } catch { return 0; }
};
const size = file => { try { return fs.statSync(file).size / 1024 / 1024; } catch { return 0; } };
const hertz = Number(execFileSync('getconf', ['CLK_TCK'], {encoding: 'utf8'}));
const done = () => fs.readFileSync(log, 'utf8').split('\n').filter(line => / (pass|fail|inconclusive) /.test(line));

function sample(minutes) {
  const all = processes();
  const java = all.find(one => one.pid === monitor.pid);
  const others = all.filter(one => one !== java);
  const sum = (list, value) => list.reduce((total, one) => total + value(one), 0);
  return {
    minutes: minutes.toFixed(2),
    rounds: done().length,
    javaMb: (number(`/proc/${monitor.pid}/status`, /^VmRSS:\s+(\d+)/m) / 1024).toFixed(0),
    // Of pages that several processes share each counts its part.
    browserMb: (sum(others, one => number(`/proc/${one.pid}/smaps_rollup`, /^Pss:\s+(\d+)/m)) / 1024).toFixed(0),
    javaThreads: number(`/proc/${monitor.pid}/status`, /^Threads:\s+(\d+)/m),
    javaFiles: open(monitor.pid),
    processes: all.length,
    zombies: all.filter(one => one.state === 'Z').length,
    browserFiles: sum(others, one => open(one.pid)),
    tmpFiles: files(tmp),
    dataFiles: files(data),
    databaseMb: (size(path.join(data, 'history.db')) + size(path.join(data, 'history.db-wal'))).toFixed(2),
    cpuSeconds: ((java ? java.ticks + java.waited : 0) / hertz + sum(others, one => one.ticks) / hertz).toFixed(1),
    outages: desk.made,
  };
}

let outages = 0;
const wrong = [];
async function breakAgain(site) {
  await sleep(30_000 + site * WELL / 2);
  while (!ended && done().length < Number(rounds) - 120) {
    outage[site] = true;
    outages++;
    await sleep(BROKEN);
    outage[site] = false;
    await sleep(WELL);
  }
}
const breaking = [breakAgain(0), breakAgain(1)];
const start = Date.now();
let head = false;
while (!ended && (done().length < Number(rounds) || desk.open.size > 0)) {
  await sleep(SAMPLE);
  const now = sample((Date.now() - start) / 60_000);
  if (!head) fs.writeFileSync(csv, Object.keys(now).join(',') + '\n');
  head = true;
  fs.appendFileSync(csv, Object.values(now).join(',') + '\n');
  if (Date.now() - start > 3 * 3600_000) { wrong.push('not done within three hours'); break; }
}
if (ended) wrong.push('the monitor ended by itself');
const verdicts = done();
const bad = verdicts.filter(line => !line.includes(' pass '));
const strange = bad.filter(line => !/site[01]/.test(line));
if (!ended) process.kill(monitor.pid, 'SIGTERM');
for (let i = 0; i < 60 && !ended; i++) await sleep(500);
await sleep(3000);
const left = processes();
if (left.length > 0) wrong.push(`${left.length} processes are left: ${left.map(one => one.command.slice(0, 80)).join(' ')}`);
if (files(tmp) > 0) wrong.push(`${files(tmp)} files are left in its temporary folder`);
if (desk.made !== outages || desk.resolved !== outages) wrong.push(`${outages} outages, ${desk.made} incidents made, ${desk.resolved} resolved`);
if (strange.length > 0) wrong.push(`${strange.length} rounds of sound sites did not pass: ${strange[0]}`);
console.log(`${verdicts.length} rounds, ${bad.length} of them not good, ${outages} outages, ${desk.made} incidents made, ${desk.resolved} resolved, `
  + `in ${((Date.now() - start) / 60_000).toFixed(0)} minutes`);
wrong.forEach(line => console.log(`WRONG: ${line}`));
console.log(wrong.length === 0 ? 'nothing is left' : `kept: ${folder}`);
if (wrong.length === 0) for (const one of [folder, tmp]) fs.rmSync(one, {recursive: true});
await Promise.race([Promise.all(breaking), sleep(100)]);
process.exit(wrong.length === 0 ? 0 : 1);
