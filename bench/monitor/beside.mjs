// What it costs to watch 200 sites once a minute, beside what others would use, in one run and on one machine, one after the other:
//
//   1. smoke monitor, by plain HTTP           200 sites once a minute
//   2. blackbox_exporter                      asked for the same 200 sites once a minute, as Prometheus would
//   3. smoke monitor, with the browser        as many rounds as it can do, two at once
//   4. a loop of plain Playwright scripts     as many as it can do, two at once, each script in a process of its own
//
//   bench/monitor/beside [MINUTES] [SECONDS-TO-BEGIN]   for each; by default 3
//
// Needs Linux, root (a control group counts the processor time of processes that are gone too), Java, the built jar, Chromium, npm,
// and Debian's prometheus-blackbox-exporter. Prints rows for docs/monitoring.md.
import {spawn, execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const SITES = 200;
const AT_ONCE = 2;
const minutes = Number(process.argv[2] ?? 3);
/** The first rounds of 200 sites begin half a second apart. */
const BEGINNING = Number(process.argv[3] ?? 110) * 1000;
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '..', '..');
const smoke = process.env.SMOKE ?? path.join(root, 'smoke');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smoke-monitor-beside-'));
const sleep = ms => new Promise(done => { setTimeout(done, ms); });

// Each site is a page with a style, five scripts, a picture and a call.
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const PAGE = '<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="logo.png"><link rel="stylesheet" href="style.css"></head><body><main>'
  + '<form id="order"><p>Welcome to the shop.</p><img src="logo.png" alt="" width="20" height="20"></form></main>'
  + [0, 1, 2, 3, 4].map(i => `<script src="part${i}.js"></script>`).join('') + '</body></html>';
const FILES = {
  'style.css': ['text/css', 'body { font: 16px sans-serif; color: #333; }'],
  'logo.png': ['image/png', PIXEL],
  'api.json': ['application/json', '{"title": "Shop"}'],
  'part3.js': ['text/javascript', 'fetch("api.json").then(answer => answer.json()).then(items => { document.title = items.title; });'],
};
const server = http.createServer((request, response) => {
  const name = request.url.replace(/^\/\d+\//, '');
  const [type, body] = name === '' ? ['text/html; charset=utf-8', PAGE]
    : FILES[name] ?? (/^part\d\.js$/.test(name) ? ['text/javascript', 'document.body.append("!");'] : ['text/plain', '']);
  response.writeHead(body === '' ? 404 : 200, {'Content-Type': type}).end(body);
});
await new Promise(done => { server.listen(0, '127.0.0.1', done); });
const address = i => `http://127.0.0.1:${server.address().port}/${i}/`;

/** Processes that are counted together, also those of them that are gone. */
class Group {
  constructor(name) {
    this.isNew = fs.existsSync('/sys/fs/cgroup/cgroup.controllers');
    this.place = path.join('/sys/fs/cgroup', this.isNew ? '' : 'cpuacct', `smoke-${process.pid}-${name}`);
    fs.mkdirSync(this.place);
  }

  start(command, args, options = {}) {
    return spawn('sh', ['-c', `echo $$ > ${this.place}/cgroup.procs && exec "$0" "$@"`, command, ...args],
      {stdio: ['ignore', 'pipe', 'ignore'], detached: true, ...options});
  }

  seconds() {
    const text = fs.readFileSync(path.join(this.place, this.isNew ? 'cpu.stat' : 'cpuacct.usage'), 'utf8');
    return this.isNew ? Number(text.match(/usage_usec (\d+)/)[1]) / 1e6 : Number(text) / 1e9;
  }

  pids() {
    return fs.readFileSync(path.join(this.place, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean);
  }

  megabytes() {
    return this.pids().reduce((sum, pid) => {
      try { return sum + Number(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m)[1]); } catch { return sum; }
    }, 0) / 1024;
  }

  async end() {
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      for (const pid of this.pids()) try { process.kill(Number(pid), signal); } catch { /* it is gone */ }
      for (let i = 0; i < 60 && this.pids().length > 0; i++) await sleep(500);
    }
    fs.rmdirSync(this.place);
  }
}

/** Counts rounds, processor time and memory for some minutes, after the beginning. */
async function measured(name, group, rounds) {
  await sleep(BEGINNING);
  const before = {rounds: rounds(), seconds: group.seconds(), at: Date.now()};
  const memory = [];
  while (Date.now() - before.at < minutes * 60_000) {
    await sleep(2000);
    memory.push(group.megabytes());
  }
  const took = (Date.now() - before.at) / 1000;
  const seconds = group.seconds() - before.seconds;
  const made = rounds() - before.rounds;
  await group.end();
  const row = [name, (made / took * 60).toFixed(0), (seconds / made).toFixed(3), (seconds / took).toFixed(2),
    (memory.reduce((sum, one) => sum + one, 0) / memory.length).toFixed(0), Math.max(...memory).toFixed(0)];
  console.log(`| ${row.join(' | ')} |`);
}

async function monitor(name, sites, every, ...options) {
  const configs = path.join(folder, name.replace(/\W+/g, '-'));
  fs.mkdirSync(configs);
  for (let i = 0; i < sites; i++) {
    fs.writeFileSync(path.join(configs, `site${i}.yaml`), `name: site${i}
environments:
  production: {url: "${address(i)}", audience: customers}
pages: [{path: ./, require: ["form#order"]}]
monitor: {every: ${every}}
`);
  }
  const group = new Group(name.replace(/\W+/g, '-'));
  const process = group.start(smoke, ['monitor', configs, '--data', path.join(configs, 'data', 'history.db'), ...options]);
  let good = 0;
  let bad = 0;
  process.stdout.on('data', text => {
    good += (String(text).match(/ pass /g) ?? []).length;
    bad += (String(text).match(/ (fail|inconclusive) /g) ?? []).length;
  });
  await measured(name, group, () => good + bad);
  if (bad > 0) console.log(`(${bad} rounds did not pass)`);
}

async function blackbox() {
  const group = new Group('blackbox');
  const port = 20000 + Math.floor(Math.random() * 20000);
  const config = path.join(folder, 'blackbox.yml');
  fs.writeFileSync(config, 'modules:\n  http_2xx:\n    prober: http\n    timeout: 10s\n');
  group.start('prometheus-blackbox-exporter', [`--web.listen-address=127.0.0.1:${port}`, `--config.file=${config}`, '--log.level=error']);
  await sleep(2000);
  let made = 0;
  const ask = i => http.get(`http://127.0.0.1:${port}/probe?module=http_2xx&target=${encodeURIComponent(address(i))}`, answer => {
    let text = '';
    answer.on('data', part => { text += part; });
    answer.on('end', () => { made += /^probe_success 1$/m.test(text) ? 1 : 0; });
  }).on('error', () => {});
  const timers = [];
  for (let i = 0; i < SITES; i++) timers.push(setTimeout(() => { ask(i); timers.push(setInterval(ask, 60_000, i)); }, i * 60_000 / SITES));
  await measured('blackbox_exporter, `http_2xx`', group, () => made);
  timers.forEach(timer => clearInterval(timer));
}

async function playwright() {
  const work = path.join(root, 'target', 'bench-monitor');
  fs.mkdirSync(work, {recursive: true});
  for (const file of ['package.json', 'playwright.cjs']) fs.copyFileSync(path.join(root, 'bench', 'speed', 'peers', file), path.join(work, file));
  if (!fs.existsSync(path.join(work, 'node_modules', 'playwright-core'))) {
    const {version} = {version: JSON.parse(fs.readFileSync(path.join(work, 'package.json'), 'utf8')).dependencies['playwright-core']};
    fs.writeFileSync(path.join(work, 'package.json'), '{"private": true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', `playwright-core@${version}`], {cwd: work, stdio: ['ignore', 'inherit', 'inherit']});
  }
  const browser = execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], {encoding: 'utf8'}).trim();
  const group = new Group('playwright');
  let made = 0;
  let over = false;
  const loop = async worker => {
    for (let i = worker; !over; i = (i + AT_ONCE) % SITES) {
      const script = group.start('node', [path.join(work, 'playwright.cjs'), browser, folder, '1', address(i)], {cwd: work});
      const code = await new Promise(done => { script.on('exit', done); });
      made += code === 0 ? 1 : 0;
      if (code !== 0 && !over) await sleep(200);
    }
  };
  const loops = Array.from({length: AT_ONCE}, (_, worker) => loop(worker));
  setTimeout(() => { over = true; }, BEGINNING + minutes * 60_000 + 1000);
  await measured('a loop of Playwright scripts', group, () => made);
  await Promise.all(loops);
}

console.log(`${os.cpus().length} cores of ${os.cpus()[0].model}, ${(os.totalmem() / 2 ** 30).toFixed(0)} GB, load ${os.loadavg().map(load => load.toFixed(1)).join(' ')}`);
console.log('| what | rounds a minute | processor seconds a round | cores busy | MB on average | MB at most |');
console.log('|---|--:|--:|--:|--:|--:|');
await monitor('`smoke monitor --browser none`', SITES, '60s', '--browser', 'none', '--at-once', '4');
await blackbox();
await monitor('`smoke monitor`, with the browser', 40, '5s', '--at-once', String(AT_ONCE));
await playwright();
console.log(`load ${os.loadavg().map(load => load.toFixed(1)).join(' ')}`);
server.close();
fs.rmSync(folder, {recursive: true});
process.exit(0);
