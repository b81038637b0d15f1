// What this machine is and has.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The first of some programs that is on PATH, or where it is said to be; nothing where none is. */
export function installed(...programs) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return programs
    .flatMap((program) => (path.isAbsolute(program) ? [program] : folders.map((folder) => path.join(folder, program))))
    .find(isExecutable);
}

export function hardware() {
  const gib = Math.round(os.totalmem() / 2 ** 30);
  return `${os.cpus().length} cores (${os.cpus()[0].model.trim()}), ${gib} GiB, ${os.type()} ${os.release().split('-')[0]}`;
}

/** What a program says of its version: the first line that has one. */
export function version(program, ...args) {
  try {
    const said = execFileSync(program, args.length > 0 ? args : ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return said.trim().split('\n')[0];
  } catch (failure) {
    // wrk says its version and exits with 1.
    return String(failure.stdout ?? '').trim().split('\n')[0];
  }
}

/** The exact version of an npm package that was installed in a folder. */
export function packageVersion(folder, name) {
  try {
    return `${name} ${JSON.parse(readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8')).version}`;
  } catch {
    return '';
  }
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
