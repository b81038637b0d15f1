// One whole process: how long it takes, and the most memory that it and all that it starts hold at once.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';

const SAMPLE_MS = 50;
const PAGE_BYTES = 4096;
const KEPT_TEXT = 100_000;
/** chromedriver takes 20 s to end chromium-headless-shell; nobody else may pay for it. */
const MOST_LEFTOVER_MS = 30_000;

/**
 * Runs a contender `{command, args, exits, env}` and gives `{ms, mib, out}`.
 * Memory is looked at only where it is asked for, since looking takes time from the contender.
 */
export async function run({ command, args, exits = [0], env = {} }, { memory = false } = {}) {
  const start = performance.now();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    // A session of its own, by which all that it starts is known later.
    detached: true,
  });
  const family = new Family(child.pid);
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => { said.out = (said.out + data).slice(-KEPT_TEXT); });
  child.stderr.on('data', (data) => { said.err = (said.err + data).slice(-KEPT_TEXT); });
  const watch = memory && setInterval(() => family.look(), SAMPLE_MS);
  const ended = new Promise((resolve, reject) => { child.on('error', reject); child.on('exit', resolve); });
  const closed = new Promise((resolve) => { child.on('close', resolve); });
  try {
    const code = await ended;
    const ms = performance.now() - start;
    await Promise.race([closed, after(MOST_LEFTOVER_MS, undefined, { ref: false })]);
    await family.gone();
    if (!exits.includes(code)) throw new Error(`exit ${code}, expected ${exits.join(' or ')}: ${lastLine(said)}`);
    return { ms, mib: memory && family.peak > 0 ? family.peak / 2 ** 20 : undefined, out: said.out };
  } finally {
    clearInterval(watch);
  }
}

/** The leader of a session and all that it started, also what outlives its parent. Knows nothing where there is no /proc. */
class Family {
  #leader;
  #known;
  peak = 0;

  constructor(pid) {
    this.#leader = pid;
    this.#known = new Set([pid]);
  }

  /** How many of them are there now. */
  look() {
    const all = processes();
    for (let before = -1; before !== this.#known.size;) {
      before = this.#known.size;
      all.filter(({ parent, session }) => session === this.#leader || this.#known.has(parent))
        .forEach(({ pid }) => this.#known.add(pid));
    }
    const own = all.filter(({ pid }) => this.#known.has(pid));
    this.peak = Math.max(this.peak, own.reduce((sum, { bytes }) => sum + bytes, 0));
    return own.length;
  }

  /** What is left of one contender would slow the next: waits for its end. */
  async gone() {
    const patience = performance.now() + MOST_LEFTOVER_MS;
    while (this.look() > 0) {
      if (performance.now() > patience) throw new Error(`left processes behind that ${MOST_LEFTOVER_MS / 1000} s did not end`);
      await after(SAMPLE_MS);
    }
  }
}

/** All processes that still run, with what they hold in memory; a process that ended meanwhile is not one of them. */
function processes() {
  return numbers('/proc').flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const [state, parent, , session, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const bytes = Number(rest[17]) * PAGE_BYTES;
      return state === 'Z' ? [] : [{ pid, parent: Number(parent), session: Number(session), bytes }];
    } catch {
      return [];
    }
  });
}

function numbers(folder) {
  try {
    return readdirSync(folder).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function lastLine({ out, err }) {
  return (err.trim() || out.trim()).split('\n').at(-1).slice(0, 200);
}
