// Two monitors share a PostgreSQL and forty sites, while one after the other is killed, paused and left without the database.
//
//   bench/monitor/shared
//
// Needs Java, the built jar and PostgreSQL's programs (Debian: postgresql). Starts a database of its own on loopback. Prints the
// longest time that any site was not looked at in each part, and ends with 1 where a bound is broken, two rounds of one site overlap,
// or an outage is told more or less than once.
import {spawn, execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {pagerduty} from './pagerduty.mjs';

const SITES = 40;
const EVERY = 5;
/** What docs/monitoring.md says: a killed monitor's turns are taken over after so long, and then the round itself takes its time. */
const TAKEN_OVER_AFTER = 19;
const ROUND = 6;

const smoke = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'smoke');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smoke-monitor-shared-'));
const sleep = seconds => new Promise(done => { setTimeout(done, seconds * 1000); });
const wrong = [];

const programs = fs.existsSync('/usr/lib/postgresql')
  ? path.join('/usr/lib/postgresql', fs.readdirSync('/usr/lib/postgresql').sort().at(-1), 'bin')
  : path.dirname(execFileSync('which', ['postgres'], {encoding: 'utf8'}).trim());
const isRoot = process.getuid() === 0;
const as = command => (isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command);
const run = command => execFileSync(command[0], command.slice(1), {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim();
const port = await new Promise(done => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const free = probe.address().port;
    probe.close(() => done(free));
  });
});
const cluster = path.join(folder, 'postgres');
fs.mkdirSync(cluster);
if (isRoot) {
  fs.chmodSync(folder, 0o755);
  run(['chown', 'postgres', cluster]);
}
run(as([`${programs}/initdb`, '-D', `${cluster}/data`, '-U', 'smoke', '-A', 'trust']));
const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
const control = (...what) => run(as([`${programs}/pg_ctl`, '-D', `${cluster}/data`, '-w', '-l', `${cluster}/log`, ...what]));
control('-o', settings, 'start');
const address = `postgresql://127.0.0.1:${port}/postgres?user=smoke`;
const ask = sql => execFileSync('psql', [address, '-At', '-F', '|', '-c', sql], {encoding: 'utf8'}).trim();

let broken = false;
const server = http.createServer((request, response) => {
  const isBroken = broken && request.url.startsWith('/7/');
  if (request.url.endsWith('/')) {
    response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'});
    response.end('<!doctype html><html lang="en"><title>Shop</title><p>Welcome to the shop.</p><script src="app.js"></script></html>');
  } else if (request.url.endsWith('/app.js') && !isBroken) {
    response.writeHead(200, {'Content-Type': 'text/javascript'}).end('document.title += "!";');
  } else {
    response.writeHead(404, {'Content-Type': 'text/plain'}).end('not found');
  }
});
await new Promise(done => { server.listen(0, '127.0.0.1', done); });
const desk = await pagerduty();
fs.mkdirSync(path.join(folder, 'configs'));
for (let i = 0; i < SITES; i++) {
  fs.writeFileSync(path.join(folder, 'configs', `site${i}.yaml`), `name: site${i}
environments:
  production: {url: "http://127.0.0.1:${server.address().port}/${i}/", audience: customers}
monitor: {every: ${EVERY}s}
alerts:
  pagerduty: {routing-key: "\${secret:PAGERDUTY_KEY}", url: "${desk.url}"}
`);
}
function start(name) {
  const log = fs.openSync(path.join(folder, `${name}.log`), 'a');
  return spawn(smoke, ['monitor', path.join(folder, 'configs'), '--data', `jdbc:${address}`, '--browser', 'none', '--at-once', '8'], {
    env: {...process.env, PAGERDUTY_KEY: '0123456789abcdef0123456789abcdef'}, stdio: ['ignore', log, log], detached: true,
  });
}
const signal = (monitor, name) => process.kill(-monitor.pid, name);

/** The longest time between the ends of two rounds of one site, in seconds, from a moment to another one. */
function longestGap(from, until) {
  const rounds = ask(`select site, started_at + duration_ms from round where started_at + duration_ms between ${from - 60000} and ${until} order by 1, 2`)
    .split('\n').filter(line => line).map(line => line.split('|'));
  let longest = 0;
  const ends = new Map();
  for (const [site, end] of rounds) ends.set(site, [...(ends.get(site) ?? []), Number(end)]);
  for (const all of ends.values()) {
    const marks = [...all.filter(end => end <= from).slice(-1), ...all.filter(end => end > from), until];
    for (let i = 1; i < marks.length; i++) longest = Math.max(longest, (marks[i] - marks[i - 1]) / 1000);
  }
  return ends.size === SITES ? longest : Infinity;
}
async function part(name, bound, what) {
  const from = Date.now();
  await what();
  await sleep(15);
  const gap = longestGap(from, Date.now());
  const holds = gap <= bound;
  console.log(`${name}: no site was unseen for longer than ${gap.toFixed(1)} s (bound ${bound} s)${holds ? '' : '  WRONG'}`);
  if (!holds) wrong.push(name);
}

let one = start('one');
const other = start('other');
await sleep(60);
await part('both run', 2 * EVERY + ROUND, () => sleep(15));
await part('one is killed', EVERY + TAKEN_OVER_AFTER + ROUND, async () => { signal(one, 'SIGKILL'); await sleep(25); });
one = start('one');
await sleep(20);
await part('one is paused for 40 s, and goes on', EVERY + TAKEN_OVER_AFTER + ROUND, async () => {
  signal(one, 'SIGSTOP');
  await sleep(40);
  signal(one, 'SIGCONT');
});
await part('the database is gone for 10 s', 10 + EVERY + TAKEN_OVER_AFTER + ROUND, async () => {
  broken = true;
  await sleep(4);
  control('-m', 'immediate', 'stop');
  await sleep(10);
  control('-o', settings, 'start');
  await sleep(30);
});
for (let i = 0; i < 60 && desk.open.size !== 1; i++) await sleep(1);
broken = false;
for (let i = 0; i < 60 && desk.open.size !== 0; i++) await sleep(1);
signal(one, 'SIGTERM');
signal(other, 'SIGTERM');
await sleep(10);

if (desk.made !== 1 || desk.resolved !== 1) wrong.push(`one outage: ${desk.made} incidents made, ${desk.resolved} resolved`);
const twice = ask('select count(*) from round a join round b on a.site = b.site and a.id <> b.id and a.started_at <= b.started_at'
  + ' and b.started_at < a.started_at + a.duration_ms');
if (twice !== '0') wrong.push(`${twice} rounds of one site overlap`);
const lost = ['one', 'other'].map(name => fs.readFileSync(path.join(folder, `${name}.log`), 'utf8'))
  .join('').split('\n').filter(line => line.includes('another runner has taken this turn')).length;
console.log(`${ask('select count(*) from round')} rounds, ${lost} not counted because another monitor had the turn; `
  + `1 outage, ${desk.made} incidents made, ${desk.resolved} resolved`);
wrong.forEach(line => console.log(`WRONG: ${line}`));
control('-m', 'fast', 'stop');
if (wrong.length === 0) fs.rmSync(folder, {recursive: true}); else console.log(`kept: ${folder}`);
process.exit(wrong.length === 0 ? 0 : 1);
