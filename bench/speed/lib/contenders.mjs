// Who is timed, as commands. One that this machine does not have says so instead.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installed } from './machine.mjs';

const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const QUIET = ['--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-quic'];
const CHECK_HTTP = '/usr/lib/nagios/plugins/check_http';

/** The contenders of a bench: `{root, work, browser}` are the repository, a folder to write to, and the browser's binary. */
export class Contenders {
  constructor({ root, work, browser }) {
    this.root = root;
    this.work = work;
    this.browser = browser;
  }

  /** The same with another browser. */
  with(browser) {
    return new Contenders({ ...this, browser });
  }

  /** The floor: a browser that loads the page and does nothing with it. */
  bare(url) {
    return { command: this.browser, args: [...QUIET, ...AS_ROOT, '--dump-dom', url] };
  }

  smoke(args, exits = [0]) {
    const common = ['--output', path.join(this.work, 'report'), '--browser-binary', this.browser, '--timeout', '15m'];
    return { command: path.join(this.root, 'smoke'), args: ['run', ...args, ...common], exits };
  }

  /** The same without a browser. */
  plain(args, exits) {
    return this.smoke([...args, '--browser', 'none'], exits);
  }

  /** A config for these paths of a site. */
  config(url, paths) {
    const file = path.join(this.work, `${paths.length}-pages.yaml`);
    const pages = paths.map((each) => `  - path: ${each}\n`).join('');
    writeFileSync(file, `name: speed\nenvironments:\n  local:\n    url: ${url}\npages:\n${pages}`);
    return file;
  }

  playwright(atOnce, urls) {
    return this.#node('playwright-core', 'playwright.cjs', [this.browser, this.#pictures(), atOnce, ...urls]);
  }

  puppeteer(url) {
    return this.#node('puppeteer-core', 'puppeteer.mjs', [this.browser, this.#pictures(), url]);
  }

  /** Asks for the status of all that a page names, and follows no links. */
  linkinator(url) {
    return this.#node('linkinator', 'node_modules/linkinator/build/src/cli.js', [url, '--verbosity', 'error']);
  }

  lighthouse(url) {
    const flags = [...QUIET, ...AS_ROOT].join(' ');
    const report = ['--output', 'json', '--output-path', path.join(this.work, 'lighthouse.json')];
    const contender = this.#node('lighthouse', 'node_modules/lighthouse/cli/index.js', [url, '--quiet', `--chrome-flags=${flags}`, ...report]);
    return { ...contender, env: { CHROME_PATH: this.browser } };
  }

  /** How many requests a second one URL bears, in three seconds. */
  wrk(url) {
    const command = installed('wrk');
    const value = ({ out }) => Number(out.match(/Requests\/sec:\s*([\d.]+)/)[1]);
    return command ? { command, args: ['-t1', '-c8', '-d3s', url], value } : { missing: 'wrk is not installed' };
  }

  checkHttp(url) {
    const { hostname, port, pathname } = new URL(url);
    return existsSync(CHECK_HTTP)
      ? { command: CHECK_HTTP, args: ['-H', hostname, '-p', port, '-u', pathname] }
      : { missing: `${CHECK_HTTP} (package monitoring-plugins-basic) is not installed` };
  }

  #node(name, script, args) {
    return existsSync(path.join(this.work, 'node_modules', name))
      ? { command: process.execPath, args: [path.join(this.work, script), ...args.map(String)] }
      : { missing: `npm could not install ${name}` };
  }

  #pictures() {
    return path.join(this.work, 'pictures');
  }
}
