// Kills monitors at any moment while customers write tickets and a page breaks and is mended again and again, and looks whether each
// ticket was counted, each burst of them told, and each incident written to support once.
//
//   bench/monitor/tickets [KILLS] [JDBC-URL]      by default 200 kills, one monitor, a file of SQLite
//
// Zendesk is the stand-in of the tests (standin.Zendesk), with its minute hurried to seconds: it hides what is new, repeats itself,
// limits exports, ends tokens, and loses answers. With the address of a PostgreSQL two monitors share the work, and one of them is
// killed at a time. Needs Java, the built jar and test classes (./mvnw -DskipTests package), and python3 or psql to look at the
// database afterwards. Ends with 1 where anything is wrong.
import {spawn, execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import {fileURLToPath} from 'node:url';
import {pagerduty} from './pagerduty.mjs';

const kills = Number(process.argv[2] ?? 200);
const jdbc = process.argv[3];
const home = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const smoke = path.join(home, 'smoke');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smoke-monitor-tickets-'));
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

const classes = [path.join(home, 'target', 'test-classes'), path.join(home, 'target', 'smoke-runner.jar')].join(path.delimiter);
const zendesk = spawn(process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java',
  ['-Xmx256m', '-cp', classes, 'dev.smokerunner.standin.ZendeskProgram'], {stdio: ['pipe', 'pipe', 'inherit']});
const answers = readline.createInterface({input: zendesk.stdout})[Symbol.asyncIterator]();
const zendeskUrl = (await answers.next()).value;
let last = Promise.resolve();
function tell(line) {
  last = last.then(async () => {
    zendesk.stdin.write(`${line}\n`);
    return (await answers.next()).value;
  });
  return last;
}

fs.writeFileSync(path.join(folder, 'shop.yaml'), `name: shop
environments:
  production: {url: "http://127.0.0.1:${site.address().port}/", audience: customers}
monitor: {every: 1s, confirm: 2, recover: 2}
alerts:
  pagerduty: {routing-key: "\${secret:PAGERDUTY_KEY}", url: "${desk.url}"}
zendesk:
  url: "${zendeskUrl}"
  client-id: smoke
  client-secret: "\${secret:ZENDESK_SECRET}"
  match: {words: [shop]}
  open-at: 3
  within: 8s
  every: 1s
  tell-support: true
`);

const log = fs.createWriteStream(path.join(folder, 'monitor.log'), {flags: 'a'});
// A monitor, and when it said something first: then it works.
function start() {
  const monitor = spawn(smoke, ['monitor', path.join(folder, 'shop.yaml'), '--data', data, '--browser', 'none'], {
    env: {...process.env, PAGERDUTY_KEY: '0123456789abcdef0123456789abcdef', ZENDESK_SECRET: 'c11e47-5ec4e7-0f-5m0ke'},
    stdio: ['ignore', 'pipe', 'pipe'], detached: true,
  });
  for (const said of [monitor.stdout, monitor.stderr]) said.pipe(log, {end: false});
  monitor.works = new Promise(done => { monitor.stdout.once('data', done); monitor.once('exit', done); });
  return monitor;
}
const monitors = [start(), ...(jdbc ? [start()] : [])];

let killed = 0;
let ending = false;
async function killOn() {
  while (killed < kills && !ending) {
    const one = Math.floor(Math.random() * monitors.length);
    // One of ten is killed while it starts, on a machine that may be slow to start it.
    if (Math.random() < 0.9) await monitors[one].works;
    await sleep(between(0, 4000));
    try { process.kill(-monitors[one].pid, 'SIGKILL'); } catch { /* it ended by itself */ }
    killed++;
    monitors[one] = start();
  }
}

// Single tickets, so far apart that three never come within eight seconds; others are about something else, or old ones change.
const ours = [];
async function customers() {
  while (!ending) {
    await sleep(between(500, 1500));
    for (let i = Math.floor(Math.random() * 3); i > 0; i--) await tell('ticket Where is my parcel?');
    if (ours.length > 0 && Math.random() < 0.3) await tell(`change ${ours[Math.floor(Math.random() * ours.length)]}`);
    if (Math.random() < 0.05) await tell('end');
    if (Math.random() < 0.03) await tell('refuse');
    if (Math.random() < 0.2) await tell('lose');
  }
}
async function single() {
  while (!ending) {
    await sleep(between(8200, 12000));
    if (!quiet) ours.push(await tell('ticket The shop does not work'));
  }
}
let quiet = false;

async function until(what, condition) {
  // Far longer than it takes: on a machine that is busy with other things a monitor hardly starts before it is killed again.
  const limit = Date.now() + 900_000;
  while (!condition()) {
    if (Date.now() > limit) {
      wrong.push(`not within 15 minutes: ${what}`);
      return;
    }
    await sleep(100);
  }
}

async function outage(number) {
  broken = true;
  desk.refuse = Math.random() < 0.5 ? 1 : 0;
  await until(`outage ${number} is told`, () => desk.open.size > 0);
  await sleep(between(0, 3000));
  broken = false;
  await until(`the end of outage ${number} is told`, () => desk.open.size === 0);
}

async function burst(number) {
  quiet = true;
  await sleep(9000);
  for (let i = 0; i < 3; i++) ours.push(await tell('ticket The shop is down'));
  await until(`burst ${number} is told`, () => desk.open.size > 0);
  await until(`the end of burst ${number} is told`, () => desk.open.size === 0);
  quiet = false;
}

let outages = 0;
let bursts = 0;
const killer = killOn();
const others = [customers(), single()];
while (killed < kills && wrong.length === 0) {
  await sleep(between(9000, 12000));
  if (Math.random() < 0.5) await outage(++outages); else await burst(++bursts);
  console.log(`${outages} outages, ${bursts} bursts: ${desk.made} incidents made, ${desk.resolved} resolved, `
    + `${ours.length} tickets about the shop, ${killed} kills`);
}
ending = true;
await killer;
await Promise.all(others);
const ask = sql => jdbc
  ? execFileSync('psql', [jdbc.replace(/^jdbc:/, ''), '-At', '-c', sql], {encoding: 'utf8'}).trim()
  : execFileSync('python3', ['-c', 'import sqlite3,sys\nfor row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print("|".join(map(str, row)))', data, sql], {encoding: 'utf8'}).trim();
// What was written last is read, and sent, when nobody is killed any more.
const limit = Date.now() + 90_000;
do await sleep(3000);
while (Date.now() < limit && (ask("select count(*) from message where state = 'waiting'") !== '0' || ask('select count(*) from ticket') !== String(ours.length)));
monitors.forEach(monitor => { try { process.kill(-monitor.pid, 'SIGTERM'); } catch { /* it is gone */ } });
await sleep(3000);

const told = outages + bursts;
if (desk.made !== told || desk.resolved !== told) wrong.push(`${told} outages and bursts, ${desk.made} incidents made, ${desk.resolved} resolved`);
wrong.push(...desk.log.filter(line => line.startsWith('400')));
if (!jdbc && ask('pragma integrity_check') !== 'ok') wrong.push('the database is damaged');
const waiting = ask("select count(*) from message where state = 'waiting'");
const dead = ask("select count(*) from message where state = 'dead'");
if (waiting !== '0' || dead !== '0') wrong.push(`${waiting} messages wait, ${dead} are given up`);

// Customers to developers: each ticket about the shop is known once, and no other.
const known = ask('select number from ticket order by number').split('\n');
const missed = ours.filter(number => !known.includes(number));
if (missed.length > 0) wrong.push(`missed: ${missed.join(', ')}`);
if (known.length !== ours.length) wrong.push(`${known.length} tickets are known, ${ours.length} were written`);

// Developers to support: one ticket for each incident, one comment for each message, none of them for customers.
const state = JSON.parse(await tell('state'));
const written = state.filter(ticket => (ticket.external_id ?? '').startsWith('smoke-incident-'));
const comments = written.flatMap(ticket => ticket.comments);
const references = comments.map(comment => comment.body.match(/Reference: (smoke-\w+)$/)?.[1]);
const sent = Number(ask("select count(*) from message where channel = 'zendesk' and state = 'delivered'"));
if (written.length !== told) wrong.push(`${written.length} tickets for ${told} incidents`);
if (new Set(written.map(ticket => ticket.external_id)).size !== written.length) wrong.push('an incident has two tickets');
if (new Set(references).size !== references.length) wrong.push('a comment stands there twice');
if (references.length !== sent) wrong.push(`${references.length} comments for ${sent} messages`);
if (comments.some(comment => comment.public)) wrong.push('a customer reads a comment');
if (written.some(ticket => !/^It is over/.test(ticket.comments.at(-1).body))) wrong.push('support was not told that it is over');
console.log(`${killed} kills, ${outages} outages, ${bursts} bursts of tickets: ${desk.made} incidents made, ${desk.resolved} resolved; `
  + `${ours.length} of ${state.length - written.length} tickets of customers were about the shop, ${known.length} are known; `
  + `${written.length} tickets for support with ${references.length} comments, for ${sent} messages`);
console.log(`Zendesk: ${await tell('log')}`);
wrong.forEach(line => console.log(`WRONG: ${line}`));
console.log(wrong.length === 0 ? 'nothing missed, nothing written twice' : `kept: ${folder}`);
zendesk.stdin.end();
if (wrong.length === 0) fs.rmSync(folder, {recursive: true});
process.exit(wrong.length === 0 ? 0 : 1);
