// The scenes: who is timed at what, who is the measure, and what Smoke Runner should reach.
import { serveFiles } from './files.mjs';
import { growth } from './growth.mjs';
import { installed } from './machine.mjs';
import { inPairs } from './pairs.mjs';

const PAGES = 60;
const AT_ONCE = 2;
const ASSETS = 3000;

/**
 * All scenes by name. `measure` gives rows, the measure of all others first; `goals` say the ratio to another row that Smoke
 * Runner should keep, as `[row, most]` for times and `[row, least]` for rates.
 */
export const SCENES = {
  'one-page': {
    title: 'One page, cold',
    about: 'One page of 27 requests from the shell, nothing warm: what a CI step waits for. The bare browser only loads it; the '
      + 'others also look for failed requests, errors and an element, and take a picture.',
    goals: [['Playwright', 0.9], ['bare browser', 1.4]],
    measure: (bench) => onePage(bench),
  },
  'one-page-shell': {
    title: 'One page, cold, with chromium-headless-shell',
    about: 'The same with the browser that has no window at all.',
    goals: [['Playwright', 0.9], ['bare browser', 1.4]],
    measure: (bench) => {
      const shell = installed('chromium-headless-shell', 'chrome-headless-shell');
      return shell ? onePage({ ...bench, to: bench.to.with(shell) }) : [{ who: 'all', trouble: 'chromium-headless-shell is not installed' }];
    },
  },
  'many-pages': {
    title: `${PAGES} pages of one site`,
    about: `${PAGES} pages in one run, ${AT_ONCE} at once, each in a profile of its own.`,
    goals: [['Playwright', 0.6]],
    measure: manyPages,
  },
  assets: {
    title: `${ASSETS.toLocaleString('en')} assets of one page, over HTTP`,
    about: 'wrk asks for one asset again and again: what the server bears. linkinator asks for the status of each; Smoke Runner '
      + 'reads and checks status, type, body, hash and encoding. A rate is that of the assets beyond a page with one.',
    unit: 'assets a second',
    goals: [['wrk', 0.5]],
    least: 3000,
    measure: assets,
  },
  'assets-files': {
    title: `${ASSETS.toLocaleString('en')} assets of one page, from files`,
    about: 'The same from the server of `npx serve`, which looks for a file at each request: about as quick as many an origin, and as '
      + 'busy as who asks it.',
    unit: 'assets a second',
    goals: [['wrk', 0.5]],
    measure: assetsFromFiles,
  },
  check: {
    title: 'A cold check, as cron or Nagios run it',
    about: 'One page, looked at once. check_http asks for the document alone; Lighthouse loads it in the browser for its audits.',
    measure: check,
  },
  growth,
};

function onePage({ to, site, rounds }) {
  const url = `${site.url}page/1`;
  return inPairs(rounds, {
    'bare browser': to.bare(url),
    Playwright: to.playwright(1, [url]),
    Puppeteer: to.puppeteer(url),
    'Smoke Runner': to.smoke([url]),
  });
}

function manyPages({ to, site, rounds }) {
  const paths = Array.from({ length: PAGES }, (_, i) => `page/${i + 1}`);
  return inPairs(rounds, {
    Playwright: to.playwright(AT_ONCE, paths.map((each) => site.url + each)),
    'Smoke Runner': to.smoke([to.config(site.url, paths)]),
  });
}

/** The time beyond that of a page with one asset is the assets'. */
async function assets({ to, site, rounds }) {
  const [one, all] = [`${site.url}many/1`, `${site.url}many/${ASSETS}`];
  const [wrk, ...others] = await inPairs(rounds, {
    wrk: to.wrk(`${site.url}img/p0-0a1b2c3d.png`),
    'linkinator, one': to.linkinator(one),
    linkinator: to.linkinator(all),
    'Smoke Runner, one': to.plain([one]),
    'Smoke Runner': to.plain([all]),
  });
  return [wrk, beyond(others[0], others[1]), beyond(others[2], others[3])];
}

async function assetsFromFiles(bench) {
  let site;
  try {
    site = await serveFiles(bench.work, ASSETS);
    return await assets({ ...bench, site });
  } catch (failure) {
    return [{ who: 'all', trouble: failure.message }];
  } finally {
    site?.close();
  }
}

function beyond(one, all) {
  const trouble = one.trouble ?? all.trouble;
  const rate = (ms, round) => ((ASSETS - 1) * 1000) / (ms - one.values[round]);
  return trouble ? { who: all.who, trouble } : { ...all, values: all.values.map(rate) };
}

function check({ to, site, rounds }) {
  const url = `${site.url}page/1`;
  return inPairs(rounds, {
    check_http: to.checkHttp(url),
    'Smoke Runner --browser none': to.plain([url]),
    'Smoke Runner': to.smoke([url]),
    Lighthouse: to.lighthouse(url),
  });
}
