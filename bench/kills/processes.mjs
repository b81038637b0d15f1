// What runs on this machine, as /proc tells it.
import { readFileSync, readdirSync } from 'node:fs';

const read = (path) => { try { return readFileSync(path, 'latin1'); } catch { return ''; } };

/** Each process that is alive: its number, its parent's, when it started, and its words and environment as one text each. */
function processes() {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
    const stat = read(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      pid: Number(pid), state: fields[0], parent: Number(fields[1]), started: fields[19],
      words: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim(),
      environment: read(`/proc/${pid}/environ`),
    };
  }).filter((process) => process.state && process.state !== 'Z' && process.state !== 'X');
}

/** Those that work in this directory, with all that they have started. */
export function family(directory) {
  const all = processes();
  const members = new Map(all
    .filter((process) => process.words.includes(directory) || process.environment.includes(directory))
    .map((process) => [process.pid, process]));
  for (let before = -1; before < members.size;) {
    before = members.size;
    for (const process of all) if (members.has(process.parent)) members.set(process.pid, process);
  }
  return [...members.values()];
}

/** Those of them that are still alive; a number that was given to somebody else does not count. */
export function alive(some) {
  const now = new Map(processes().map((process) => [process.pid, process.started]));
  return some.filter((process) => now.get(process.pid) === process.started);
}

const PARTS = {
  driver: (words) => words.includes('--log-path='),
  browser: (words) => words.includes('--remote-debugging-port') && !words.includes('--type=') && !words.includes('--log-path='),
};

/** The one of a run that is to be killed: its `driver` or the head of its `browser`, if it is there. */
export function part(name, directory) {
  return family(directory).find((process) => !process.words.includes('supervise.sh') && PARTS[name](process.words));
}
