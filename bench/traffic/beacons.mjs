// Sends beacons to a monitor on loopback, and compares what was sent, answered and counted.
//
//   bench/traffic/beacons [SECOND] [SECONDS] [SITES] [HEAP]      by default 10000 a second, 60 s, to 1 site, in 256m
//
// Needs Linux, Java, python3 and the built jar. A beacon that the server is too slow for is not sent and is told as such.
import {spawn, execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const [rate = 10000, seconds = 60, sites = 1] = process.argv.slice(2, 5).map(Number);
const heap = process.argv[5] ?? '256m';
const smoke = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'smoke');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smoke-beacons-'));
const data = path.join(folder, 'history.db');
const sleep = millis => new Promise(done => { setTimeout(done, millis); });

const site = http.createServer((request, response) => { response.end('<!doctype html><html lang="en"><title>x</title><p>Hello.</p></html>'); });
await new Promise(done => { site.listen(0, '127.0.0.1', done); });
for (let i = 0; i < sites; i++) {
  fs.writeFileSync(path.join(folder, `site${i}.yaml`), `name: site${i}
environments: {production: {url: "http://127.0.0.1:${site.address().port}/", audience: customers}}
monitor: {every: 1h}
traffic: {beacons: true, groups: {shop: [/shop/*], help: [/help/*]}}
`);
}
const free = net.createServer();
await new Promise(done => { free.listen(0, '127.0.0.1', done); });
const port = free.address().port;
await new Promise(done => { free.close(done); });

const log = fs.openSync(path.join(folder, 'log'), 'a');
const monitor = spawn(smoke, ['monitor', folder, '--data', data, '--listen', String(port), '--browser', 'none'],
  {stdio: ['ignore', log, log], env: {...process.env, JAVA_TOOL_OPTIONS: `-Xmx${heap}`}});
const get = url => new Promise((done, failed) => {
  http.get(`http://127.0.0.1:${port}${url}`, response => {
    let text = '';
    response.on('data', part => { text += part; }).on('end', () => done(text));
  }).on('error', failed);
});
for (let up = false; !up;) up = await get('/healthz').then(() => true, () => sleep(200).then(() => false));

const memory = () => {
  const own = fs.readFileSync(`/proc/${monitor.pid}/status`, 'utf8');
  return Number(own.match(/VmRSS:\s+(\d+)/)[1]) / 1024;
};
const pages = ['/', '/shop/1', '/shop/2', '/help/a', '/made/up'];
const answers = {200: 0, 429: 0, other: 0};
const connections = Array.from({length: 50}, () => {
  const socket = net.connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  let rest = '';
  socket.on('data', part => {
    const text = rest + part.toString('latin1');
    const found = text.match(/HTTP\/1\.1 (\d+)/g) ?? [];
    for (const line of found) answers[line.slice(9) in answers ? line.slice(9) : 'other']++;
    const last = text.lastIndexOf('HTTP/1.1 ');
    rest = last >= 0 && last > text.length - 12 ? '' : text.slice(-11).replace(/HTTP\/1\.1 \d+/g, '');
  });
  return socket;
});
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
let sent = 0, unsent = 0, at = 0, peak = memory();
const before = memory();
const begin = performance.now();
while (performance.now() - begin < seconds * 1000) {
  const due = Math.floor((performance.now() - begin) / 1000 * rate) - sent - unsent;
  for (let i = 0; i < due; i++, at++) {
    const socket = connections[at % connections.length];
    if (socket.writableLength > 256 * 1024) { unsent++; continue; }
    const error = at % 100 === 0 ? `&error=${(at * 2654435761 % 4294967296).toString(16).padStart(8, '0')}` : '';
    socket.write(`GET /beacon.gif?site=site${at % sites}&page=${pages[at % pages.length]}${at % pages.length === 4 ? at : ''}${error}`
      + ` HTTP/1.1\r\nHost: smoke.example.com\r\nUser-Agent: ${agent}\r\nAccept: image/*\r\n\r\n`);
    sent++;
  }
  peak = Math.max(peak, memory());
  await sleep(10);
}
for (let waited = 0; waited < 600 && answers[200] + answers[429] + answers.other < sent; waited++) await sleep(100);
peak = Math.max(peak, memory());
const took = (performance.now() - begin) / 1000;
connections.forEach(socket => socket.destroy());
await sleep(7000);
const metrics = await get('/metrics');
monitor.kill('SIGTERM');
await new Promise(done => { monitor.on('exit', done); });
site.close();

const sql = text => execFileSync('python3', ['-c', 'import sqlite3,sys\nprint(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])',
  data, text], {encoding: 'utf8'}).trim();
const outcome = name => metrics.match(new RegExp(`smoke_beacons_total\\{outcome="${name}"} (\\S+)`))?.[1] ?? '?';
const number = value => Math.round(Number(value)).toLocaleString('en-US');
console.log(`| ${number(rate)} a second for ${seconds} s, ${sites} site${sites > 1 ? 's' : ''} | |
|---|--:|
| sent | ${number(sent)} |
| not sent, because the server was too slow | ${number(unsent)} |
| answered with 200 | ${number(answers[200])} |
| answered with 429 | ${number(answers[429])} |
| answered otherwise, or not | ${number(sent - answers[200] - answers[429])} |
| \`smoke_beacons_total\` counted, dropped | ${number(outcome('counted'))}, ${number(outcome('dropped'))} |
| views and errors in the history | ${number(sql('select sum(amount) from traffic'))} |
| errors by fingerprint in the history, and how many fingerprints | ${number(sql('select sum(amount) from script_error'))}, ${number(sql('select count(distinct fingerprint) from script_error'))} |
| rows in the history | ${number(sql('select count(*) from traffic'))} |
| until the last answer | ${took.toFixed(1)} s |
| memory of the process before, at most (heap of ${heap}) | ${before.toFixed(0)} MB, ${peak.toFixed(0)} MB |`);
console.error(fs.readFileSync(path.join(folder, 'log'), 'utf8').split('\n').filter(line => /beacons/.test(line)).slice(0, 3).join('\n'));
fs.rmSync(folder, {recursive: true});
