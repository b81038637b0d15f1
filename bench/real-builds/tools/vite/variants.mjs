import { fail, pass } from '../../lib/expect.mjs';

const main = '*/assets/index-*.js';
const terms = '*/assets/terms-*.js';

function variants(more = []) {
  return [
    { name: 'healthy', done: 'entry, lazy chunk with CSS, image', on: { package: pass, s3: pass, 404: pass, spa: pass } },
    { name: 'healthy, base ./', done: 'relative base, served below /rent/', env: { BASE: './' }, at: '/rent/', on: { package: pass, s3: pass } },
    { name: 'healthy, base /rent/', done: 'base /rent/, served below /rent/', env: { BASE: '/rent/' }, at: '/rent/', on: { s3: pass, spa: pass } },
    {
      name: 'wrong base', done: 'base /rent/, uploaded to /', env: { BASE: '/rent/' },
      on: {
        package: fail('asset-status', '*/rent/assets/*'),
        s3: fail('asset-status', '*/rent/assets/*'),
        spa: fail('asset-type', '*/rent/assets/*'),
      },
    },
    {
      name: 'lazy chunk deleted', done: 'the chunk behind a button is not in the store', breaks: (site) => site.remove('assets/terms-*.js'),
      on: { package: fail('asset-status', terms), s3: fail('asset-status', terms), spa: fail('asset-type', terms) },
    },
    {
      name: 'lazy CSS deleted', done: "the lazy chunk's CSS is not in the store", breaks: (site) => site.remove('assets/terms-*.css'),
      on: { package: fail('asset-status', '*/assets/terms-*.css'), s3: fail('asset-status', '*/assets/terms-*.css') },
    },
    {
      name: 'page of the release before', done: 'index.html names the hash of the old build', make: oldPage,
      on: { package: fail('asset-status', main), s3: fail('asset-status', main), spa: fail('asset-type', main) },
    },
    {
      name: 'CSS not uploaded', done: 'index.css is not in the store', breaks: (site) => site.remove('assets/index-*.css'),
      on: { package: fail('asset-status', '*/assets/index-*.css'), s3: fail('asset-status', '*/assets/index-*.css'), spa: fail('asset-type', '*/assets/index-*.css') },
    },
    ...more,
  ];
}

const onlyNewest = [
  { name: 'healthy with source maps', done: 'build.sourcemap', env: { SOURCE_MAPS: '1' }, on: { package: pass, s3: pass } },
  { name: 'healthy, not minified', done: 'build.minify off', env: { READABLE: '1' }, on: { package: pass } },
  {
    name: 'modules as octet-stream', done: 'the store serves .js as application/octet-stream', types: { '.js': 'application/octet-stream' },
    on: { s3: fail('asset-type', main) },
  },
  {
    name: 'placeholder left', done: 'the entry was never filled in: src="/assets/index-%HASH%.js"',
    breaks: (site) => site.edit('index.html', (page) => page.replace(/index-[^"]+\.js/, 'index-{{hash}}.js')),
    on: { package: fail('script-tag|asset-status'), s3: fail('script-tag|asset-status') },
  },
  {
    name: 'source deployed', done: 'index.html of the sources was uploaded, not that of dist', breaks: (site) => sourcePage(site),
    on: { package: fail('asset-status', '*/src/main.js'), s3: fail('asset-status', '*/src/main.js'), spa: fail('asset-type', '*/src/main.js') },
  },
];

const workbox = [
  { name: 'healthy', done: 'vite build and generateSW', on: { package: pass, s3: pass, spa: pass } },
  { name: 'healthy in a folder', done: 'relative base, served below /rent/', env: { BASE: './' }, at: '/rent/', on: { s3: pass } },
  {
    name: 'precached chunk deleted', done: 'a file of the precache list is not in the store', breaks: (site) => site.remove('assets/terms-*.js'),
    on: { package: fail('asset-status', terms) },
  },
  {
    name: 'worker not uploaded', done: 'sw.js is not in the store', breaks: (site) => site.remove('sw.js'),
    on: { package: fail('asset-status', '*/sw.js') },
  },
];

const legacy = [
  { name: 'healthy', done: 'modern and legacy chunks', on: { package: pass, s3: pass, spa: pass } },
  { name: 'healthy in a folder', done: 'relative base, served below /rent/', env: { LEGACY: '1', BASE: './' }, at: '/rent/', on: { s3: pass } },
  {
    name: 'legacy polyfills deleted', done: 'the nomodule script is not in the store', breaks: (site) => site.remove('assets/polyfills-legacy-*.js'),
    on: { package: fail('asset-status', '*/assets/polyfills-legacy-*.js') },
  },
  {
    name: 'legacy entry deleted', done: 'the entry that a data-src names is not in the store', breaks: (site) => site.remove('assets/index-legacy-*.js'),
    on: { package: fail('asset-status', '*/assets/index-legacy-*.js') },
  },
];

const shared = { main: 'vite', command: 'vite build', out: 'dist' };

export default [
  { id: 'vite', title: 'Vite', ...shared, zoo: true, variants: variants(onlyNewest) },
  { id: 'vite-5', title: 'Vite', ...shared, packages: { vite: '5.4.21', '@vitejs/plugin-legacy': '5.4.3' }, variants: variants().filter((v) => /healthy|lazy/.test(v.name)) },
  { id: 'vite-legacy', title: 'Vite, plugin-legacy', ...shared, command: 'LEGACY=1 vite build', variants: legacy },
  { id: 'workbox', title: 'Workbox on Vite', ...shared, main: 'workbox-build', command: 'vite build && node precache.mjs', variants: workbox },
];

async function oldPage(build) {
  const site = await build({ release: 2 });
  return site.take(await build({ release: 1 }), 'index.html');
}

function sourcePage(site) {
  const head = '<link rel="icon" href="/src/bicycle.svg"><script type="module" src="/src/main.js"></script>';
  return site.edit('index.html', (page) => page.replace(/<link rel="icon"[\s\S]*(?=<\/head>)/, head));
}
