// Kills monitors at any moment while a page breaks and is mended again and again, and looks whether each outage was told once.
//
//   bench/monitor/kills [KILLS] [JDBC-URL]        by default 300 kills, one monitor, a file of SQLite, plain HTTP
//   bench/monitor/kills --browser [KILLS]         with the real browser, and a look at what is left of it after each kill
//
// With the address of a PostgreSQL two monitors share the work, and one of them is killed at a time. Needs Java, the built jar, and
// python3 or psql to look at the database afterwards. Prints a line for each outage and ends with 1 where anything is wrong.
import {spawn, execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {pagerduty} from './pagerduty.mjs';

const withBrowser = process.argv[2] === '--browser';
const [count = '300', jdbc] = process.argv.slice(withBrowser ? 3 : 2);
const kills = Number(count);
const smoke = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'smoke');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smoke-monitor-kills-'));
const data = jdbc ?? path.join(folder, 'history.db');
const sleep = ms => new Promise(done => { setTimeout(done, ms); });
const between = (least, most) => least + Math.random() * (most - least);

const wrong = [];
let broken = false;
const site = http.createServer((request, response) => {
  if (request.url === '/') {
    response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'});
    response.end('<!doctype html><html lang="en"><title>Shop</title><p>Welcome to the shop.</p><script src="app.js"></script></html>');
  } else if (request.url === '/app.js' && !broken) {
    response.writeHead(200, {'Content-Type': 'text/javascript'}).end('document.title += "!";');
  } else {
    response.writeHead(404, {'Content-Type': 'text/plain'}).end('not found');
  }
});
await new Promise(done => { site.listen(0, '127.0.0.1', done); });
const desk = await pagerduty();
fs.writeFileSync(path.join(folder, 'shop.yaml'), `name: shop
environments:
  production: {url: "http://127.0.0.1:${site.address().port}/", audience: customers}
monitor: {every: 1s, confirm: 2, recover: 2}
alerts:
  pagerduty: {routing-key: "\${secret:PAGERDUTY_KEY}", url: "${desk.url}"}
`);

// Where it is longer the browser's folders are elsewhere, since the paths of its sockets are bounded.
const tmp = fs.mkdtempSync('/tmp/sk-');
const log = fs.openSync(path.join(folder, 'monitor.log'), 'a');
function start() {
  const monitor = spawn(smoke, ['monitor', path.join(folder, 'shop.yaml'), '--data', data, '--browser', withBrowser ? 'chrome' : 'none'], {
    env: {...process.env, PAGERDUTY_KEY: '0123456789abcdef0123456789abcdef', TMPDIR: tmp, SMOKE_JAVA_OPTS: `-Djava.io.tmpdir=${tmp}`},
    stdio: ['ignore', log, log], detached: true,
  });
  return Object.assign(monitor, {since: Date.now()});
}
const monitors = [start(), ...(jdbc ? [start()] : [])];

/** Processes and folders of monitors that were killed: those of the browser name the folder in which its profile is. */
function left() {
  const all = fs.readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(pid => {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
      return [{pid: Number(pid), isGone: stat[0] === 'Z', parent: Number(stat[1]), command: fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')}];
    } catch { return []; }
  });
  const alive = new Set(monitors.map(monitor => monitor.pid));
  for (let grown = true; grown;) {
    grown = false;
    for (const one of all) if (alive.has(one.parent) && !alive.has(one.pid)) grown = Boolean(alive.add(one.pid));
  }
  const processes = all.filter(one => !one.isGone && one.pid !== process.pid && !alive.has(one.pid) && (one.command.includes(tmp) || one.command.includes(folder)));
  const since = Math.min(...monitors.map(monitor => monitor.since));
  const folders = fs.readdirSync(tmp).filter(name => {
    try { return fs.statSync(path.join(tmp, name)).birthtimeMs < since; } catch { return false; }
  });
  return [...processes.map(one => `process ${one.pid}`), ...folders];
}

let killed = 0;
let ending = false;
let leftAtOnce = 0;
let slowest = 0;
/** What a killed monitor leaves is gone soon after the next one has started. */
async function awaitTidy() {
  leftAtOnce += left().length > 0 ? 1 : 0;
  const start = Date.now();
  while (left().length > 0 && Date.now() - start < 30_000) await sleep(100);
  slowest = Math.max(slowest, Date.now() - start);
  if (left().length > 0) wrong.push(`left for 30 s: ${left().join(', ')}`);
}
async function killOn() {
  while (killed < kills && !ending && wrong.length === 0) {
    await sleep(withBrowser ? between(4000, 18_000) : between(1500, 6000));
    const one = Math.floor(Math.random() * monitors.length);
    // The browser is not killed with it.
    try { process.kill(withBrowser ? monitors[one].pid : -monitors[one].pid, 'SIGKILL'); } catch { /* it ended by itself */ }
    killed++;
    monitors[one] = start();
    if (withBrowser) await awaitTidy();
  }
}

async function until(what, condition) {
  const limit = Date.now() + 180_000;
  while (!condition()) {
    if (Date.now() > limit) {
      wrong.push(`not within 3 minutes: ${what}`);
      return;
    }
    await sleep(100);
  }
}

let outages = 0;
const killer = killOn();
while (killed < kills && wrong.length === 0) {
  outages++;
  broken = true;
  // It asks to be left alone for a second: then it is told later, and still once.
  desk.refuse = Math.random() < 0.5 ? 1 : 0;
  await until(`outage ${outages} is told`, () => desk.open.size > 0);
  await sleep(between(0, 3000));
  broken = false;
  await until(`the end of outage ${outages} is told`, () => desk.open.size === 0);
  await sleep(between(0, 3000));
  console.log(`outage ${outages}: ${desk.made} incidents made, ${desk.resolved} resolved, ${killed} kills`);
}
ending = true;
await killer;
await sleep(8000);
monitors.forEach(monitor => { try { process.kill(withBrowser ? monitor.pid : -monitor.pid, 'SIGTERM'); } catch { /* it is gone */ } });
await sleep(withBrowser ? 10_000 : 3000);
if (withBrowser) {
  monitors.length = 0;
  const last = [...left(), ...fs.readdirSync(tmp)];
  if (last.length > 0) wrong.push(`left at the end: ${last.join(', ')}`);
  console.log(`after ${leftAtOnce} of ${killed} kills something of the browser was left, for ${(slowest / 1000).toFixed(1)} s at most`);
}

if (desk.made !== outages || desk.resolved !== outages) wrong.push(`${outages} outages, ${desk.made} incidents made, ${desk.resolved} resolved`);
wrong.push(...desk.log.filter(line => line.startsWith('400')));
const ask = sql => jdbc
  ? execFileSync('psql', [jdbc.replace(/^jdbc:/, ''), '-At', '-c', sql], {encoding: 'utf8'}).trim()
  : execFileSync('python3', ['-c', 'import sqlite3,sys\nfor row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print("|".join(map(str, row)))', data, sql], {encoding: 'utf8'}).trim();
if (!jdbc && ask('pragma integrity_check') !== 'ok') wrong.push('the database is damaged');
const waiting = ask("select count(*) from message where state = 'waiting'");
const dead = ask("select count(*) from message where state = 'dead'");
const incidents = ask('select count(*) from incident');
const untold = ask("select count(*) from incident_event e where e.kind in ('opened', 'resolved') and not exists"
  + " (select 1 from message m where m.incident = e.incident and m.state = 'delivered' and m.id like e.incident || '#' || e.position || '>%')");
if (waiting !== '0' || dead !== '0') wrong.push(`${waiting} messages wait, ${dead} are given up`);
if (incidents !== String(outages)) wrong.push(`${incidents} incidents in the database, ${outages} outages`);
if (untold !== '0') wrong.push(`${untold} decisions were never told`);
console.log(`${killed} kills, ${outages} outages, ${desk.made} incidents made, ${desk.resolved} resolved, `
  + `${desk.log.filter(line => line.includes(' again ')).length} told twice with the same key, ${ask('select count(*) from round')} rounds`);
wrong.forEach(line => console.log(`WRONG: ${line}`));
console.log(wrong.length === 0 ? 'nothing lost, nothing told as two' : `kept: ${folder}`);
if (wrong.length === 0) for (const one of [folder, tmp]) fs.rmSync(one, {recursive: true});
process.exit(wrong.length === 0 ? 0 : 1);
