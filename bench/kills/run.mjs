#!/usr/bin/env node
// Kills (SIGKILL) Smoke Runner, its driver or its browser, one after the other, at a random moment from the start of a run to
// a bit past its usual end, and looks at what is left and what the run says.
//
//   bench/kills/run ENGINE [COUNT] [SECONDS]   ENGINE is direct, webdriver or firefox; 12 kills unless told otherwise, and
//                                              none after so many seconds
//   bench/kills/run table                      a table in Markdown of all kills so far, kept in target/kills.jsonl
//
// Nothing that works in the run's own temporary directory may be left, nor that directory: at once, or, as is promised, when
// the next run has begun. A run that lost its browser or driver is inconclusive, or says what an undisturbed one says.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from './pages.mjs';
import { alive, family, part } from './processes.mjs';

const ENGINES = {
  direct: { name: 'Chromium over DevTools', options: [], parts: ['runner', 'browser'] },
  webdriver: { name: 'Chromium by chromedriver', options: ['--engine', 'webdriver'], parts: ['runner', 'driver', 'browser'] },
  firefox: { name: 'Firefox', options: ['--browser', 'firefox'], parts: ['runner', 'browser'] },
};
const NOUNS = { runner: 'Smoke Runner', driver: 'the driver', browser: 'the browser' };
const PAST_THE_END = 1.1;
/** How long the guard of a browser, which removes its directory, may take on a machine that is busy. */
const SOON = 5_000;
const CRASH = /Exception|^\s+at [\w.]+\(|"error-id"|smoke: a bug/im;

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const kept = join(home, 'target', 'kills.jsonl');
const pause = (millis) => new Promise((done) => setTimeout(done, millis));

async function until(isSo, millis) {
  for (const end = Date.now() + millis; Date.now() < end; await pause(50)) if (isSo()) return true;
  return isSo();
}

/** Starts a run whose temporary files are all below this directory. */
function start(engine, url, directory) {
  const run = { printed: '', complaints: '' };
  run.process = spawn(join(home, 'smoke'), ['run', url, '--format', 'json', '-o', join(directory, 'out'), ...ENGINES[engine].options], {
    env: { ...process.env, SMOKE_JAVA_OPTS: `-Djava.io.tmpdir=${directory}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  run.process.stdout.on('data', (some) => { run.printed += some; });
  run.process.stderr.on('data', (some) => { run.complaints += some; });
  run.over = new Promise((done) => run.process.on('close', (code) => { run.code = code; done(); }));
  return run;
}

/** What a run says: its verdict, with the check of its first finding or why there is none. */
function told(run) {
  try {
    const { verdict, findings, reason } = JSON.parse(run.printed);
    return `${verdict}${findings[0] ? ` (${findings[0].check})` : reason ? ` (${reason.slice(0, 200)})` : ''}`;
  } catch {
    return 'no result';
  }
}

/** The directories of browsers that are left, and the processes. */
function left(directory, some) {
  const files = readdirSync(directory).filter((name) => name !== 'out');
  return [...files, ...alive(some).concat(family(directory)).map((process) => `${process.pid} ${process.words.slice(0, 80)}`)];
}

async function undisturbed(engine, url, directory) {
  const began = Date.now();
  const run = start(engine, url, directory);
  const born = {};
  const watch = setInterval(() => {
    for (const name of ENGINES[engine].parts.slice(1)) if (!born[name] && part(name, directory)) born[name] = Date.now() - began;
  }, 100);
  await run.over;
  clearInterval(watch);
  return { says: told(run), born: { runner: 0, ...born }, millis: Date.now() - began };
}

/** Waits for the one to be killed, unless the run is over before it comes. */
async function victim(name, run, directory) {
  if (name === 'runner') return run.code === undefined ? { pid: run.process.pid } : undefined;
  let found;
  await until(() => (found = part(name, directory)) || run.code !== undefined, 60_000);
  return found;
}

async function oneKill(engine, name, page, usual, url, directory) {
  const after = usual.born[name] + Math.random() * (PAST_THE_END * usual.millis - usual.born[name]);
  const began = Date.now();
  const run = start(engine, url, directory);
  await Promise.race([pause(after), run.over.then(() => pause(Math.max(0, began + after - Date.now())))]);
  const one = await victim(name, run, directory);
  const members = family(directory);
  if (one) process.kill(one.pid, 'SIGKILL');
  const millis = Date.now() - began;
  await Promise.race([run.over, pause(90_000)]);
  const inTime = run.code !== undefined;
  const atOnce = await until(() => left(directory, members).length === 0, SOON);
  const after1 = left(directory, members);
  if (!atOnce) await undisturbed(engine, url, directory);
  const atLast = left(directory, members);
  const says = told(run);
  const wrong = [];
  if (!inTime) wrong.push('it did not end');
  if (atLast.length > 0) wrong.push(`left: ${atLast.join(', ')}`);
  if (CRASH.test(run.complaints)) wrong.push(`it says: ${run.complaints.slice(0, 300)}`);
  const killed = Boolean(one);
  if (!(killed && name === 'runner')) {
    if (!says.startsWith('inconclusive') && says !== usual.says) wrong.push(`${says} instead of ${usual.says}`);
  }
  return { engine, part: name, page, share: millis / usual.millis, killed, says, atOnce, after: after1, wrong };
}

async function kill(engine, count, seconds) {
  const end = Date.now() + seconds * 1000;
  const { server, port } = await serve();
  const directory = mkdtempSync('/tmp/kills-');
  try {
    const usual = {};
    for (const page of ['healthy', 'broken']) {
      usual[page] = await undisturbed(engine, `http://127.0.0.1:${port}/${page}`, directory);
      console.error(`undisturbed: ${page}: ${usual[page].says} after ${(usual[page].millis / 1000).toFixed(1)} s`);
    }
    // Begins anywhere, so that several short calls together kill each part on each page.
    const first = Math.floor(Math.random() * 12);
    for (let number = first; number < first + count && Date.now() < end; number++) {
      const { parts } = ENGINES[engine];
      const page = Math.floor(number / parts.length) % 2 === 0 ? 'healthy' : 'broken';
      const result = await oneKill(engine, parts[number % parts.length], page, usual[page], `http://127.0.0.1:${port}/${page}`, directory);
      appendFileSync(kept, `${JSON.stringify(result)}\n`);
      console.error(`${engine} ${result.part} at ${Math.round(result.share * 100)} %, ${page}: ${result.killed ? 'killed' : 'was over'}, `
        + `${result.says}, ${result.atOnce ? 'nothing left' : `left until the next run: ${result.after.join(', ')}`}`
        + (result.wrong.length ? `  WRONG: ${result.wrong.join('; ')}` : ''));
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
    server.closeAllConnections();
    server.close();
  }
}

/** For each engine and each part of it how the kills ended. */
function table() {
  const all = readFileSync(kept, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  console.log('| engine | killed | kills | after the end | right | inconclusive | left until the next run | left | wrong |');
  console.log('|---|---|--:|--:|--:|--:|--:|--:|--:|');
  for (const [engine, { name, parts }] of Object.entries(ENGINES)) {
    for (const one of parts) {
      const some = all.filter((kill) => kill.engine === engine && kill.part === one);
      const count = (isSo) => some.filter(isSo).length;
      const answered = one === 'runner' ? ['', ''] : [count((k) => k.killed && !k.says.startsWith('inconclusive')), count((k) => k.says.startsWith('inconclusive'))];
      console.log(`| ${[name, NOUNS[one], some.length, count((k) => !k.killed), ...answered, count((k) => !k.atOnce),
        count((k) => k.wrong.some((w) => w.startsWith('left'))), count((k) => k.wrong.length > 0)].join(' | ')} |`);
    }
  }
}

const [engine, count, seconds] = process.argv.slice(2);
if (engine === 'table' && existsSync(kept)) table();
else if (ENGINES[engine]) {
  mkdirSync(dirname(kept), { recursive: true });
  await kill(engine, Number(count || 12), Number(seconds || 3600));
} else {
  console.error('usage: bench/kills/run direct|webdriver|firefox [COUNT] [SECONDS], then bench/kills/run table');
  process.exit(2);
}
