// Breaks pages in many ways while a monitor watches, and looks what a stand-in of PagerDuty is told.
//
//   bench/monitor/outages [NAME...]        by default all; names: release, mark, flapping, maintenance, uplink, configs, causes
//
// Each has its own monitor process, data file, pages and stand-in. The release is looked at with the real browser, the others over
// HTTP alone. Needs Java and the built jar. Prints a line for each and ends with 1 where anything is wrong.
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import {fileURLToPath} from 'node:url';
import {pagerduty} from './pagerduty.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const TYPES = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css'};
const ENVIRONMENT = {...process.env, PAGERDUTY_KEY: '0123456789abcdef0123456789abcdef'};
/** What a message may take on its way, on a machine that has much else to do. */
const PATIENCE = 4000;
const sleep = ms => new Promise(done => { setTimeout(done, ms); });

function check(isRight, text) {
  if (!isRight) throw new Error(text);
}

async function until(what, condition, seconds = 45) {
  const limit = Date.now() + seconds * 1000;
  while (!condition()) {
    check(Date.now() < limit, `not within ${seconds} s: ${what}`);
    await sleep(50);
  }
}

/** A server whose `answer(path)` gives what is at a path, or nothing: `{type, body}`. */
async function serve(answer, address = '127.0.0.1', port = 0) {
  const server = http.createServer((request, response) => {
    const found = answer(new URL(request.url, 'http://site').pathname);
    response.writeHead(found ? 200 : 404, {'Content-Type': found ? found.type : 'text/plain'});
    response.end(found ? found.body : 'not found');
  });
  await new Promise(done => { server.listen(port, address, done); });
  return {
    url: `http://${address}:${server.address().port}/`,
    port: server.address().port,
    close: () => new Promise(done => { server.close(done); server.closeAllConnections(); }),
  };
}

function file(folder, name) {
  const found = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
  return fs.existsSync(found) ? {type: TYPES[path.extname(found)], body: fs.readFileSync(found)} : undefined;
}

const SHOP = {
  '/': {type: TYPES['.html'], body: '<!doctype html><html lang="en"><title>Shop</title><link rel="stylesheet" href="shop.css"><p>Welcome.</p>'
    + '<script src="app.js"></script><script src="cart.js"></script><script src="search.js"></script></html>'},
  '/app.js': {type: TYPES['.js'], body: 'document.title += "!";'},
  '/cart.js': {type: TYPES['.js'], body: 'document.title += "?";'},
  '/search.js': {type: TYPES['.js'], body: 'document.title += ".";'},
  '/shop.css': {type: TYPES['.css'], body: 'p { color: navy; }'},
};

/** A page of which single files can be lost. */
function shop() {
  const lacks = new Set();
  return {lacks, answer: name => (lacks.has(name) ? undefined : SHOP[name])};
}

function config(name, url, desk, {monitor = 'every: 2s', pages = ''} = {}) {
  return `name: ${name}
environments:
  production: {url: "${url}", audience: customers}
monitor: {${monitor}}
alerts:
  pagerduty: {routing-key: "\${secret:PAGERDUTY_KEY}", url: "${desk.url}"}
${pages}`;
}

/** A monitor of all configs of a folder of its own. */
function watch(scenario, configs, ...options) {
  const folder = path.join(scenario.folder, 'configs');
  fs.mkdirSync(folder);
  const write = (name, text) => fs.writeFileSync(path.join(folder, `${name}.yaml`), text);
  Object.entries(configs).forEach(([name, text]) => write(name, text));
  const data = path.join(scenario.folder, 'history.db');
  const child = spawn(path.join(root, 'smoke'), ['monitor', folder, '--data', data, '--format', 'json', ...options], {
    env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const monitor = {data, write, rounds: [], notes: [], onRound: () => {}, file: name => path.join(folder, `${name}.yaml`)};
  const log = fs.createWriteStream(path.join(scenario.folder, 'monitor.log'));
  readline.createInterface({input: child.stdout}).on('line', line => {
    log.write(`${line}\n`);
    const round = JSON.parse(line);
    monitor.rounds.push(round);
    monitor.onRound(round);
  });
  readline.createInterface({input: child.stderr}).on('line', line => {
    log.write(`${line}\n`);
    monitor.notes.push(line);
  });
  monitor.next = async (what, is, seconds) => {
    const from = monitor.rounds.length;
    await until(what, () => monitor.rounds.slice(from).some(is), seconds);
  };
  scenario.ends.push(() => new Promise(done => {
    child.on('exit', done);
    if (child.exitCode === null) child.kill('SIGTERM'); else done();
  }));
  return monitor;
}

async function smoke(scenario, ...options) {
  const child = spawn(path.join(root, 'smoke'), [...options, '--browser', 'none', '-o', path.join(scenario.folder, 'report')], {env: ENVIRONMENT, stdio: 'ignore'});
  return new Promise(done => { child.on('exit', done); });
}

const passes = round => round.verdict === 'pass';
const fails = round => round.verdict === 'fail';
const seconds = ms => `${(ms / 1000).toFixed(1)} s`;

function checkTold(desk, made, resolved) {
  const refused = desk.log.filter(line => line.startsWith('400'));
  check(refused.length === 0, `refused by PagerDuty: ${refused}`);
  check(desk.made === made && desk.resolved === resolved, `${made} incidents and ${resolved} resolved expected, got ${desk.made} and ${desk.resolved}:\n  ${desk.log.join('\n  ')}`);
}

/** The longest that rounds, as many as confirm, and the way of the message may take. */
function bound(monitor, every, rounds = 2) {
  const longest = Math.max(...monitor.rounds.map(round => round.durationMs));
  return rounds * (every * 1.05 + longest) + PATIENCE;
}

const scenarios = {
  /** The demo's broken build goes live, and is rolled back. */
  async release(scenario) {
    const every = 5000;
    const desk = await scenario.desk();
    let live = 'healthy';
    const site = await scenario.serve(name => file(path.join(root, 'smoke-configs', 'demo', live), name));
    const monitor = watch(scenario, {signup: config('signup', site.url, desk, {
      monitor: `every: ${every / 1000}s`, pages: 'pages:\n  - path: ./\n    title: Sign up\n    require: [form#signup]\n',
    })}, '--public-url', 'https://status.example.com/');
    await until('a good round', () => monitor.rounds.some(passes), 60);
    live = 'broken';
    const deployed = Date.now();
    await until('the incident', () => desk.open.size > 0);
    const opened = Date.now() - deployed;
    const severity = desk.told[0].severity;
    live = 'healthy';
    const back = Date.now();
    await until('its end', () => desk.open.size === 0);
    const resolved = Date.now() - back;
    await monitor.next('a good round after it', passes);
    checkTold(desk, 1, 1);
    check(severity === 'error', `expected error, which is Sev 2, got ${severity}`);
    check(desk.told[0].summary.includes('never finished'), `does not name the cause: ${desk.told[0].summary}`);
    const lines = desk.told[0].custom_details.text.split('\n');
    for (const link of ['Report: https://status.example.com/evidence/', 'Screenshot: https://status.example.com/evidence/']) {
      check(lines.some(line => line.startsWith(link)), `expected a line ${link}..., got\n${lines.join('\n')}`);
    }
    check(opened <= bound(monitor, every), `opened after ${seconds(opened)}, later than two intervals and rounds`);
    check(resolved <= bound(monitor, every), `resolved after ${seconds(resolved)}, later than two intervals and rounds`);
    return `one incident (${severity}), ${seconds(opened)} after the upload, over ${seconds(resolved)} after the roll-back, at a round each ${seconds(every)}`;
  },

  /** Who releases says so, by a run that passes or by one that fails, and an outage follows. */
  async mark(scenario) {
    const desk = await scenario.desk();
    const packages = ['signup-2.4', 'signup-2.5', 'signup-2.6'].map(name => path.join(scenario.folder, name));
    packages.forEach((folder, i) => fs.cpSync(path.join(root, 'smoke-configs', 'demo', i === 2 ? 'broken' : 'healthy'), folder, {recursive: true}));
    packages.forEach((folder, i) => {
      const page = path.join(folder, 'index.html');
      fs.writeFileSync(page, fs.readFileSync(page, 'utf8').replace('version 2.4', `version 2.${4 + i}`));
    });
    let live = packages[0];
    let isGone = false;
    const site = await scenario.serve(name => (isGone && name.endsWith('.js') ? undefined : file(live, name)));
    // Slow enough that the run of a release ends before the monitor is sure.
    const monitor = watch(scenario, {signup: config('signup', site.url, desk, {monitor: 'every: 4s, confirm: 3'})}, '--browser', 'none');
    await until('a good round', () => monitor.rounds.some(passes));
    const told = () => desk.told.at(-1).custom_details.text;
    const release = async () => smoke(scenario, 'run', monitor.file('signup'), '-e', 'production', '--release', live, '--data', monitor.data);

    live = packages[1];
    check(await release() === 0, 'the run of a good release does not pass');
    isGone = true;
    await until('the incident', () => desk.made === 1);
    check(/release signup-2\.5 at/.test(told()), `does not name the release 2.5:\n${told()}`);
    isGone = false;
    await until('its end', () => desk.open.size === 0);
    await monitor.next('a good round', passes);

    live = packages[2];
    check(await release() === 1, 'the run of the broken release does not fail');
    await until('the incident of the broken release', () => desk.made === 2, 20);
    check(/release signup-2\.6 at/.test(told()), `does not name the release 2.6:\n${told()}`);
    await until('two change events', () => desk.changes.length === 2, 20);
    check(desk.changes.map(change => change.custom_details.version).join() === 'signup-2.5,signup-2.6',
      `change events of other releases: ${JSON.stringify(desk.changes)}`);
    live = packages[1];
    await until('its end', () => desk.open.size === 0);
    checkTold(desk, 2, 2);
    return 'both incidents name the release: one after a run that passed, one after a run that failed and told nobody itself; and two change events came';
  },

  /** A page that breaks and works in turn, round by round. */
  async flapping(scenario) {
    const desk = await scenario.desk();
    const page = shop();
    const site = await scenario.serve(page.answer);
    const monitor = watch(scenario, {shop: config('shop', site.url, desk, {monitor: 'every: 1s'})}, '--browser', 'none');
    await until('a good round', () => monitor.rounds.some(passes));
    const first = monitor.rounds.length;
    monitor.onRound = () => (page.lacks.has('/app.js') ? page.lacks.delete('/app.js') : page.lacks.add('/app.js'));
    await until('the incident', () => desk.made > 0, 60);
    const opened = monitor.rounds.length - first;
    await until('ten rounds more', () => monitor.rounds.length >= first + opened + 10, 60);
    check(/comes and goes/.test(desk.told[0].custom_details.text), `does not say so:\n${desk.told[0].custom_details.text}`);
    checkTold(desk, 1, 0);
    monitor.onRound = () => {};
    page.lacks.clear();
    const steady = monitor.rounds.length;
    await until('its end', () => desk.open.size === 0, 60);
    const over = monitor.rounds.length - steady;
    await monitor.next('a good round', passes);
    checkTold(desk, 1, 1);
    return `one incident after ${opened} rounds of coming and going, ${desk.told.length} message(s), held open through it, resolved after ${over} steady rounds`;
  },

  /** An outage within a window of maintenance, and one that outlasts it. */
  async maintenance(scenario) {
    const desks = {short: await scenario.desk(), long: await scenario.desk()};
    const pages = {short: shop(), long: shop()};
    const begins = Date.now() + 20000;
    const ends = begins + 12000;
    const window = `maintenance: [{at: "${new Date(begins).toISOString().slice(0, 19)}", for: 12s}]`;
    const configs = {};
    for (const name of ['short', 'long']) {
      configs[name] = config(name, (await scenario.serve(pages[name].answer)).url, desks[name], {monitor: `every: 2s, ${window}`});
    }
    const monitor = watch(scenario, configs, '--browser', 'none');
    await until('a good round of both', () => ['short', 'long'].every(name => monitor.rounds.some(round => round.name === name && passes(round))), 19);
    await until('the window', () => Date.now() > begins);
    Object.values(pages).forEach(page => page.lacks.add('/app.js'));
    await until('3 bad rounds of both', () => ['short', 'long'].every(name => monitor.rounds.filter(round => round.name === name && fails(round)).length >= 3), 11);
    check(Date.now() < ends, 'the rounds took longer than the window: this machine has too much to do');
    check(monitor.rounds.filter(fails).every(round => round.state === 'maintenance'), 'a round in the window says another state than maintenance');
    pages.short.lacks.clear();
    checkTold(desks.short, 0, 0);
    checkTold(desks.long, 0, 0);
    await until('the incident after the window', () => desks.long.made > 0);
    const opened = Date.now() - ends;
    check(opened > 0, 'opened within the window');
    pages.long.lacks.clear();
    await until('its end', () => desks.long.open.size === 0);
    checkTold(desks.short, 0, 0);
    checkTold(desks.long, 1, 1);
    return `none for an outage within the window; one for the outage that outlasts it, ${seconds(opened)} after its end`;
  },

  /** Nothing answers, and neither does the reference; then only the reference does. */
  async uplink(scenario) {
    const desk = await scenario.desk();
    const names = {'127.0.0.2': 'tea', '127.0.0.3': 'coffee', '127.0.0.4': 'cocoa'};
    const up = {};
    const configs = {};
    const ports = {};
    const rise = async (address, answer) => {
      up[address] = await serve(answer, address, ports[address] ?? 0);
      ports[address] = up[address].port;
    };
    for (const [address, name] of Object.entries(names)) {
      await rise(address, shop().answer);
      configs[name] = config(name, up[address].url, desk);
    }
    await rise('127.0.0.9', () => undefined);
    scenario.ends.push(() => Promise.all(Object.values(up).map(server => server.close())));
    const monitor = watch(scenario, configs, '--browser', 'none', '--reference', `127.0.0.9:${ports['127.0.0.9']}`);
    const each = is => () => Object.values(names).every(name => monitor.rounds.some(round => round.name === name && is(round)));
    await until('a good round of each', each(passes));
    await Promise.all(Object.values(up).map(server => server.close()));
    // A round that was on its way while they went down may have seen any of them.
    await sleep(1000);
    let from = monitor.rounds.length;
    await until('three rounds of each', () => Object.values(names).every(name => monitor.rounds.slice(from).filter(round => round.name === name).length >= 3));
    const wrong = monitor.rounds.slice(from).filter(round => round.verdict !== 'inconclusive' || !/own network/.test(round.reason));
    check(wrong.length === 0, `a round that is not inconclusive by its own network: ${JSON.stringify(wrong[0])}`);
    checkTold(desk, 0, 0);
    const down = monitor.rounds.length - from;
    await rise('127.0.0.9', () => undefined);
    await until('three incidents', () => desk.made === 3);
    for (const address of Object.keys(names)) await rise(address, shop().answer);
    await until('their end', () => desk.open.size === 0);
    from = monitor.rounds.length;
    checkTold(desk, 3, 3);
    return `${down} rounds of 3 sites inconclusive with the reason and no incident while the reference is down; 3 incidents with the reference up`;
  },

  /** A config breaks while it is watched. */
  async configs(scenario) {
    const desk = await scenario.desk();
    const configs = {};
    const pages = {};
    for (const name of ['tea', 'coffee', 'cocoa']) {
      pages[name] = shop();
      configs[name] = config(name, (await scenario.serve(pages[name].answer)).url, desk);
    }
    const monitor = watch(scenario, configs, '--browser', 'none');
    await until('a good round of each', () => Object.keys(configs).every(name => monitor.rounds.some(round => round.name === name && passes(round))));
    monitor.write('coffee', configs.coffee.replace('monitor:', 'moniter:'));
    await until('the problem', () => monitor.notes.some(note => /coffee\.yaml.*moniter/.test(note)));
    for (const name of Object.keys(configs)) await monitor.next(`a good round of ${name}`, round => round.name === name && passes(round));
    pages.coffee.lacks.add('/app.js');
    await until('the incident of the old config', () => desk.made > 0);
    pages.coffee.lacks.clear();
    await until('its end', () => desk.open.size === 0);
    const problems = monitor.notes.filter(note => /moniter/.test(note)).length;
    check(problems === 1, `the problem was told ${problems} times`);
    monitor.write('coffee', configs.coffee.replace('every: 2s', 'every: 3s'));
    await until('the mended config', () => monitor.notes.some(note => /configs changed/.test(note)));
    const from = monitor.rounds.length;
    await until('the new pace', () => {
      const starts = monitor.rounds.slice(from).filter(round => round.name === 'coffee').map(round => Date.parse(round.startedAt));
      return starts.some((start, i) => i > 0 && start - starts[i - 1] > 2700);
    });
    checkTold(desk, 1, 1);
    return 'the broken one is told of once and goes on as it was, with its incident; the other two go on; mended, it is taken up';
  },

  /** Two causes at once are one incident, and one that comes later is another. */
  async causes(scenario) {
    const desk = await scenario.desk();
    const page = shop();
    const site = await scenario.serve(page.answer);
    const monitor = watch(scenario, {shop: config('shop', site.url, desk)}, '--browser', 'none');
    await until('a good round', () => monitor.rounds.some(passes));
    page.lacks.add('/app.js').add('/shop.css');
    await until('the incident', () => desk.made > 0);
    const text = desk.told[0].custom_details.text;
    check(/app\.js/.test(text) && /shop\.css/.test(text), `does not list both:\n${text}`);
    await monitor.next('a bad round', fails);
    checkTold(desk, 1, 0);
    page.lacks.add('/cart.js');
    await until('the second incident', () => desk.made > 1);
    check(/cart\.js/.test(desk.told.at(-1).summary), `not about the other script: ${desk.told.at(-1).summary}`);
    await monitor.next('a bad round', fails);
    checkTold(desk, 2, 0);
    page.lacks.clear();
    await until('the end of both', () => desk.open.size === 0);
    await monitor.next('a good round', passes);
    checkTold(desk, 2, 2);
    return 'two causes at once: one incident that lists both; a third one later: a second incident; both resolved';
  },
};

/** Has one with all that it needs, and puts it away afterwards. */
async function act(name) {
  const scenario = {folder: fs.mkdtempSync(path.join(os.tmpdir(), `smoke-outage-${name}-`)), ends: []};
  scenario.serve = async answer => {
    const server = await serve(answer);
    scenario.ends.push(server.close);
    return server;
  };
  scenario.desk = async () => {
    const desk = await pagerduty();
    scenario.ends.push(async () => desk.close());
    return desk;
  };
  const start = Date.now();
  let problem;
  try {
    console.log(`${name}: ${await scenarios[name](scenario)} (${seconds(Date.now() - start)})`);
  } catch (e) {
    problem = e;
    console.log(`${name}: WRONG: ${e.message} (kept: ${scenario.folder})`);
  }
  for (const end of scenario.ends.reverse()) await end();
  if (!problem) fs.rmSync(scenario.folder, {recursive: true});
  return !problem;
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(scenarios);
const unknown = names.find(name => !scenarios[name]);
if (unknown) {
  console.error(`expected ${Object.keys(scenarios).join(', ')}, got ${unknown}`);
  process.exit(2);
}
// The browser has the machine for itself; of the others three share it, since they mostly wait. The longest ones come first.
let isRight = true;
const [alone, rest] = [names.filter(name => name === 'release'), names.filter(name => name !== 'release')];
for (const name of alone) isRight = await act(name) && isRight;
await Promise.all([0, 1, 2].map(async () => {
  while (rest.length > 0) isRight = await act(rest.shift()) && isRight;
}));
process.exit(isRight ? 0 : 1);
