// Runs Smoke Runner as a user would.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Builds the jar where it is missing, before the first verdict is timed. */
export async function prepareSmoke(root) {
  const { code, err } = await start(root, ['--version']);
  if (code !== 0) throw new Error(`./smoke --version ended with ${code}: ${err}`);
}

export async function look(root, args) {
  const reports = await mkdtemp(path.join(tmpdir(), 'smoke-real-builds-'));
  try {
    const { code, out, err } = await start(root, ['run', '--format', 'json', '--output', reports, ...args]);
    try {
      return JSON.parse(out);
    } catch {
      return { verdict: `exit ${code}`, reason: err.trim().split('\n').at(-1), findings: [] };
    }
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

function start(root, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(root, 'smoke'), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (bytes) => (out += bytes));
    child.stderr.on('data', (bytes) => (err += bytes));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
