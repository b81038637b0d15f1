// Kills monitors at any moment while a page breaks and is mended again and again, and looks whether each outage was told once.
//
//   bench/monitor/kills [KILLS] [JDBC-URL]        by default 300 kills, one monitor, a file of SQLite
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

const kills = Number(process.argv[2] ?? 300);
const jdbc = process.argv[3];
const smoke = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'smoke');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smoke-monitor-kills-'));
const data = jdbc ?? path.join(folder, 'history.db');
const sleep = ms => new Promise(done => { setTimeout(done, ms); });
const between = (least, most) => least + Math.random() * (most - least);

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

const log = fs.openSync(path.join(folder, 'monitor.log'), 'a');
function start() {
  return spawn(smoke, ['monitor', path.join(folder, 'shop.yaml'), '--data', data, '--browser', 'none'], {
    env: {...process.env, PAGERDUTY_KEY: '0123456789abcdef0123456789abcdef'},
    stdio: ['ignore', log, log], detached: true,
  });
}
const monitors = [start(), ...(jdbc ? [start()] : [])];

let killed = 0;
let ending = false;
async function killOn() {
  while (killed < kills && !ending) {
    await sleep(between(1500, 6000));
    const one = Math.floor(Math.random() * monitors.length);
    try { process.kill(-monitors[one].pid, 'SIGKILL'); } catch { /* it ended by itself */ }
    killed++;
    monitors[one] = start();
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

const wrong = [];
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
monitors.forEach(monitor => { try { process.kill(-monitor.pid, 'SIGTERM'); } catch { /* it is gone */ } });
await sleep(3000);

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
if (wrong.length === 0) fs.rmSync(folder, {recursive: true});
process.exit(wrong.length === 0 ? 0 : 1);
