// Whole processes, one after the other, each contender once per round: what disturbs the machine disturbs all of them.
import { spawn } from 'node:child_process';

/** Runs contenders `{name: [command, args]}` in rounds and gives their median times in milliseconds. */
export async function inPairs(rounds, contenders) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  // The first round fills the caches of the disk.
  for (let round = -1; round < rounds; round++) {
    for (const [name, [command, args]] of Object.entries(contenders)) {
      const took = await time(name, command, args);
      if (round >= 0) times[name].push(took);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

function time(name, command, args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data) => { said += data; });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve(performance.now() - start);
      else reject(new Error(`${name} ended with ${code}: ${said.slice(-500)}`));
    });
  });
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
