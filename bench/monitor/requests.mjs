// The incident again, by a whole monitor in real time: a release breaks the script that calls /api/config.json. The page answers as
// before, so that no check sees it; views go on; the calls stop. How long until people are told?
//
//   bench/monitor/requests [JDBC-URL]      by default one monitor with a file of SQLite; with PostgreSQL two that share it and the log
//
// The eight days before are in the access log when the monitor starts; what happens from then on is written to it line by line, as it
// happens, and beacons are sent. Afterwards each line and beacon must be counted once. Needs Java, the built jar, and python3 or psql.
// Takes about a quarter of an hour. Ends with 1 where anything is wrong.
import {spawn, execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {pagerduty} from './pagerduty.mjs';

const jdbc = process.argv[2];
const home = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smoke-monitor-requests-'));
const data = jdbc ?? path.join(folder, 'history.db');
const access = path.join(folder, 'access.log');
const sleep = ms => new Promise(done => { setTimeout(done, ms); });
const wrong = [];
const TOKEN = 'a-token-for-the-status-page';
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
const DAYS = 8;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = number => String(number).padStart(2, '0');
function line(at, asked) {
  const day = `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}`;
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  return `192.0.2.1 - - [${day}:${time} +0000] "GET ${asked} HTTP/1.1" 200 512 "-" "${AGENT}"\n`;
}
function poisson(mean) {
  let count = 0;
  for (let product = Math.random(); product > Math.exp(-mean); product *= Math.random()) count++;
  return count;
}
// By day 30 views a minute, by night 10.
const rate = at => 20 - 10 * Math.cos(2 * Math.PI * (at.getUTCHours() + at.getUTCMinutes() / 60 - 4) / 24);

const written = {'/': 0, '/api/config.json': 0};
function visit(at, calls) {
  written['/']++;
  let text = line(at, '/');
  if (calls && Math.random() < 0.95) {
    written['/api/config.json']++;
    text += line(at, '/api/config.json');
  }
  return text;
}
const begin = Date.now();
for (let at = begin - DAYS * 86_400_000; at < begin - 60_000; at += 60_000) {
  const minute = new Date(at);
  let text = '';
  for (let i = poisson(rate(minute)); i > 0; i--) text += visit(minute, true);
  fs.appendFileSync(access, text);
}
console.log(`${written['/'] + written['/api/config.json']} lines of ${DAYS} days, ${Math.round(fs.statSync(access).size / 1e6)} MB`);

const site = http.createServer((request, response) => {
  response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'});
  response.end('<!doctype html><html lang="en"><title>Shop</title><p>Welcome to the shop.</p></html>');
});
await new Promise(done => { site.listen(0, '127.0.0.1', done); });
const desk = await pagerduty();
fs.writeFileSync(path.join(folder, 'shop.yaml'), `name: shop
environments:
  production: {url: "http://127.0.0.1:${site.address().port}/", audience: customers}
monitor: {every: 20s, confirm: 2, recover: 2}
alerts:
  pagerduty: {routing-key: "\${secret:PAGERDUTY_KEY}", url: "${desk.url}"}
anomalies: {response-times: false}
traffic:
  beacons: true
  logs: [access.log]
  groups: {pages: ["/"], api: ["/api/*"]}
`);
const log = fs.createWriteStream(path.join(folder, 'monitor.log'), {flags: 'a'});
async function start() {
  const port = await new Promise(done => {
    const free = http.createServer();
    free.listen(0, '127.0.0.1', () => { const {port: found} = free.address(); free.close(() => done(found)); });
  });
  const monitor = spawn(path.join(home, 'smoke'), ['monitor', path.join(folder, 'shop.yaml'), '--data', data, '--browser', 'none', '--listen', String(port)], {
    env: {...process.env, PAGERDUTY_KEY: '0123456789abcdef0123456789abcdef', SMOKE_STATUS_TOKEN: TOKEN},
    stdio: ['ignore', 'pipe', 'pipe'], detached: true,
  });
  for (const said of [monitor.stdout, monitor.stderr]) said.pipe(log, {end: false});
  await new Promise(done => { monitor.stdout.once('data', done); monitor.once('exit', done); });
  return {process: monitor, url: `http://127.0.0.1:${port}`};
}
const monitors = [await start(), ...(jdbc ? [await start()] : [])];
const stop = () => monitors.forEach(one => { try { process.kill(-one.process.pid, 'SIGTERM'); } catch { /* it is gone */ } });
process.on('exit', stop);

const ask = sql => jdbc
  ? execFileSync('psql', [jdbc.replace(/^jdbc:/, ''), '-At', '-c', sql], {encoding: 'utf8'}).trim()
  : execFileSync('python3', ['-c', 'import sqlite3,sys\nfor row in sqlite3.connect(sys.argv[1], timeout=30).execute(sys.argv[2]): print("|".join(map(str, row)))', data, sql], {encoding: 'utf8'}).trim();
const counted = (group, measure) => Number(ask(`select coalesce(sum(amount), 0) from traffic where page_group = '${group}' and measure = '${measure}'`));

let beacons = 0;
let calls = true;
let open = true;
const visitors = (async () => {
  while (open) {
    const now = new Date();
    const visits = poisson(rate(now) / 60);
    for (let i = 0; i < visits; i++) {
      fs.appendFileSync(access, visit(now, calls));
      const answer = await fetch(`${monitors[beacons % monitors.length].url}/beacon.gif?site=shop`, {headers: {'User-Agent': AGENT, Referer: `http://127.0.0.1:${site.address().port}/`}});
      if (answer.ok) beacons++; else wrong.push(`a beacon was answered ${answer.status}`);
    }
    await sleep(1000);
  }
})();
async function until(what, condition, minutes) {
  const from = Date.now();
  while (!condition()) {
    if (Date.now() - from > minutes * 60_000) {
      wrong.push(`not within ${minutes} minutes: ${what}`);
      return Infinity;
    }
    await sleep(500);
  }
  return (Date.now() - from) / 1000;
}
await until('the past is counted', () => counted('pages', 'requests') >= written['/'] * 0.999, 15);
console.log(`${((Date.now() - begin) / 1000).toFixed(0)} s after the start the past is counted`);
await sleep(180_000);
if (desk.made > 0) wrong.push(`told of something while all was well: ${desk.log.join(', ')}`);

const release = await fetch(`${monitors[0].url}/api/releases`, {
  method: 'POST', headers: {Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json'},
  body: JSON.stringify({name: 'shop', environment: 'production', version: '2.5.0'}),
});
if (!release.ok) wrong.push(`the release was answered ${release.status}`);
calls = false;
const took = await until('the incident is told', () => desk.open.size > 0, 15);
console.log(`told ${took.toFixed(0)} s after the calls stopped: ${desk.log.at(-1)}`);
calls = true;
console.log(`over ${(await until('its end is told', () => desk.open.size === 0, 15)).toFixed(0)} s after they were back`);
await sleep(60_000);
// Before the database is asked so often that the page, which this process serves too, answers late.
const failed = ask("select count(*) from round where verdict <> 'pass'");
open = false;
await visitors;
const settled = () => counted('pages', 'requests') === written['/'] && counted('api', 'requests') === written['/api/config.json']
  && Number(ask("select coalesce(sum(amount), 0) from traffic where measure = 'views'")) === beacons;
await until('each line and beacon is counted', settled, 3);
console.log(`${written['/']} lines of pages, ${counted('pages', 'requests')} counted; ${written['/api/config.json']} calls, `
  + `${counted('api', 'requests')} counted; ${beacons} beacons, ${ask("select coalesce(sum(amount), 0) from traffic where measure = 'views'")} counted; `
  + `${monitors.length} monitor${monitors.length > 1 ? 's' : ''}`);
if (desk.made !== 1 || desk.resolved !== 1) wrong.push(`${desk.made} incidents made, ${desk.resolved} resolved, and there was one`);
if (failed !== '0') wrong.push(`${failed} rounds did not pass, though no check can see it`);
stop();
await sleep(3000);
wrong.forEach(text => console.log(`WRONG: ${text}`));
console.log(wrong.length === 0 ? 'told once, and everything counted once' : `kept: ${folder}`);
if (wrong.length === 0) fs.rmSync(folder, {recursive: true});
process.exit(wrong.length === 0 ? 0 : 1);
