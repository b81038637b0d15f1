// One tool's project in the cache: sources and package.json copied, packages installed once, a build per variant.
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Site } from './site.mjs';

const INSTALL_MINUTES = 6;
const BUILD_MINUTES = 3;

export class Builder {
  #built = new Map();
  #copies = 0;

  constructor(tool, project, app, version) {
    Object.assign(this, { tool, project, app, version });
  }

  static async install(tool, app, cache) {
    const project = path.join(cache, tool.id);
    await mkdir(project, { recursive: true });
    const manifest = JSON.parse(await readFile(path.join(tool.folder, 'package.json'), 'utf8'));
    for (const group of ['dependencies', 'devDependencies']) {
      for (const name of Object.keys(manifest[group] ?? {})) {
        if (tool.packages?.[name]) manifest[group][name] = tool.packages[name];
      }
    }
    const text = JSON.stringify(manifest, null, 2);
    const stamp = path.join(project, 'installed.json');
    if (!existsSync(stamp) || (await readFile(stamp, 'utf8')) !== text) {
      console.log(`${tool.id}: installing`);
      await rm(path.join(project, 'node_modules'), { recursive: true, force: true });
      await writeFile(path.join(project, 'package.json'), text);
      const npm = ['install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
      await run('npm', npm, { cwd: project, minutes: INSTALL_MINUTES });
      await writeFile(stamp, text);
    }
    const main = JSON.parse(await readFile(path.join(project, 'node_modules', tool.main, 'package.json'), 'utf8'));
    return new Builder(tool, project, app, main.version);
  }

  /** The site of a variant: its own build where it has one, broken where it says so. */
  async make(variant) {
    const site = variant.make ? await variant.make((how) => this.build(how)) : await this.build(variant);
    if (variant.breaks) await variant.breaks(site);
    return site;
  }

  /** A fresh copy of what the tool builds; the same build is made once. */
  async build({ env = {}, release = 2, command = this.tool.command } = {}) {
    const key = JSON.stringify([env, release, command]);
    if (!this.#built.has(key)) this.#built.set(key, await this.#build(env, release, command));
    const dir = path.join(this.project, 'sites', String(++this.#copies));
    await rm(dir, { recursive: true, force: true });
    await cp(this.#built.get(key), dir, { recursive: true });
    return new Site(dir);
  }

  async #build(env, release, command) {
    const { tool, project } = this;
    if (this.#built.size === 0) await rm(path.join(project, 'sites'), { recursive: true, force: true });
    for (const name of ['src', tool.out]) await rm(path.join(project, name), { recursive: true, force: true });
    await cp(this.app, path.join(project, 'src'), { recursive: true });
    await cp(tool.folder, project, { recursive: true, filter: (from) => !/(variants\.mjs|package\.json)$/.test(from) });
    const file = path.join(project, 'src/release.js');
    if (existsSync(file)) await writeFile(file, (await readFile(file, 'utf8')).replace('2.0', `${release}.0`));
    await run('sh', ['-c', command], { cwd: project, env, minutes: BUILD_MINUTES });
    const kept = path.join(project, 'built', String(this.#built.size));
    await rm(kept, { recursive: true, force: true });
    await cp(path.join(project, tool.out), kept, { recursive: true });
    return kept;
  }
}

/** Runs a command with a time limit; its output is told only if it fails. */
export function run(program, args, { cwd, env = {}, minutes }) {
  return new Promise((resolve, reject) => {
    const bin = path.join(cwd, 'node_modules/.bin');
    const quiet = { CI: '1', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false' };
    const child = spawn(program, args, {
      cwd,
      detached: true,
      env: { ...process.env, ...quiet, ...env, PATH: `${bin}:${process.env.PATH}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output = (output + bytes).slice(-4000)));
    const limit = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), minutes * 60_000);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code ?? signal}\n${output}`));
    });
  });
}
