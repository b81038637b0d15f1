// A built site on disk, and the ways to break it.
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toPattern } from './glob.mjs';

export class Site {
  constructor(dir) {
    this.dir = dir;
  }

  /** The one file that matches; an error if none or several do, so that no variant breaks nothing by mistake. */
  async find(glob) {
    const found = (await this.files()).filter((name) => toPattern(glob).test(name));
    if (found.length !== 1) throw new Error(`${glob} matches ${found.length} files of: ${(await this.files()).join(' ')}`);
    return found[0];
  }

  async files() {
    const entries = await readdir(this.dir, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.dir, path.join(entry.parentPath ?? entry.path, entry.name)))
      .sort();
  }

  async read(glob) {
    return readFile(path.join(this.dir, await this.find(glob)), 'utf8');
  }

  async remove(glob) {
    await rm(path.join(this.dir, await this.find(glob)));
    return this;
  }

  async edit(glob, change) {
    const file = path.join(this.dir, await this.find(glob));
    const before = await readFile(file, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`nothing to change in ${glob}`);
    await writeFile(file, after);
    return this;
  }

  async write(name, text) {
    await mkdir(path.dirname(path.join(this.dir, name)), { recursive: true });
    await writeFile(path.join(this.dir, name), text);
    return this;
  }

  async move(glob, name) {
    const from = path.join(this.dir, await this.find(glob));
    await mkdir(path.dirname(path.join(this.dir, name)), { recursive: true });
    await rename(from, path.join(this.dir, name));
    return this;
  }

  /** Takes one file of another build, as a deployment does that forgets the others. */
  async take(other, glob) {
    const name = await other.find(glob);
    await mkdir(path.dirname(path.join(this.dir, name)), { recursive: true });
    await cp(path.join(other.dir, name), path.join(this.dir, name));
    return this;
  }

  async copyTo(dir) {
    await rm(dir, { recursive: true, force: true });
    await cp(this.dir, dir, { recursive: true });
  }
}
