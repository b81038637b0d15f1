import { fail, pass } from '../../lib/expect.mjs';

const everywhere = { package: pass, s3: pass, 404: pass, spa: pass };

export default [
  {
    id: 'webpack', title: 'webpack', main: 'webpack', command: 'webpack', out: 'dist', zoo: true,
    variants: [
      { name: 'healthy', done: 'runtime chunk, shared chunk, lazy chunk, extracted CSS', on: everywhere },
      { name: 'healthy in a folder', done: 'publicPath auto, served below /rent/', at: '/rent/', on: { s3: pass, spa: pass } },
      { name: 'healthy, publicPath /', done: 'publicPath /', env: { PUBLIC_PATH: '/' }, on: everywhere },
      { name: 'healthy, publicPath /rent/', done: 'publicPath /rent/, served below /rent/', env: { PUBLIC_PATH: '/rent/' }, at: '/rent/', on: { s3: pass } },
      { name: 'healthy with source maps', done: 'devtool source-map', env: { SOURCE_MAPS: '1' }, on: { package: pass, s3: pass } },
      { name: 'healthy without hashes', done: 'no contenthash in script names', env: { NO_HASH: '1' }, on: { package: pass, s3: pass } },
      { name: 'healthy with one lazy chunk', done: 'the runtime has no map, only a hash', env: { ENTRY: 'main' }, on: { package: pass, s3: pass } },
      {
        name: 'wrong publicPath', done: 'publicPath /static/, uploaded to /', env: { PUBLIC_PATH: '/static/' },
        on: {
          package: fail('asset-status', '*/static/*'),
          s3: fail('asset-status', '*/static/*'),
          spa: fail('asset-type', '*/static/*'),
        },
      },
      {
        name: 'lazy chunk deleted', done: 'the chunk behind a button is not in the store', breaks: (site) => lazy(site, '.js'),
        on: { package: fail('asset-status', '*/js/*.js'), s3: fail('asset-status', '*/js/*.js'), spa: fail('asset-type', '*/js/*.js') },
      },
      {
        name: 'named lazy chunk deleted', done: 'as above, the chunk has a name', breaks: (site) => site.remove('js/hours.*.js'),
        on: { package: fail('asset-status', '*/js/hours.*.js'), s3: fail('asset-status', '*/js/hours.*.js') },
      },
      {
        name: 'only lazy chunk deleted', done: 'a page with one lazy chunk', env: { ENTRY: 'main' }, breaks: (site) => lazy(site, '.js'),
        on: { package: fail('asset-status', '*/js/*.js'), s3: fail('asset-status', '*/js/*.js') },
      },
      {
        name: 'lazy CSS deleted', done: "the lazy chunk's CSS is not in the store", breaks: (site) => lazy(site, '.css'),
        on: { package: fail('asset-status', '*/css/*.css'), s3: fail('asset-status', '*/css/*.css') },
      },
      {
        name: 'shared chunk deleted', done: 'a chunk that the page needs is not in the store', breaks: (site) => site.remove('js/shared.*.js'),
        on: { package: fail('asset-status', '*/js/shared.*.js'), s3: fail('asset-status', '*/js/shared.*.js'), spa: fail('asset-type', '*/js/shared.*.js') },
      },
      {
        name: 'page of the release before', done: 'index.html names the hashes of the old build', make: oldPage,
        on: { package: fail('asset-status', '*/js/main.*.js'), s3: fail('asset-status', '*/js/main.*.js'), spa: fail('asset-type', '*/js/main.*.js') },
      },
      {
        name: 'page of the release before, without hashes', done: 'old main.js under a new page: the names are the same and all works', make: oldMain, on: { s3: pass },
      },
      {
        name: 'CSS not uploaded', done: 'main.css is not in the store', breaks: (site) => site.remove('css/main.*.css'),
        on: { package: fail('asset-status', '*/css/main.*.css'), s3: fail('asset-status', '*/css/main.*.css'), spa: fail('asset-type', '*/css/main.*.css') },
      },
      {
        name: 'image not uploaded', done: 'the image of the CSS is not in the store', breaks: (site) => site.remove('img/*.svg'),
        on: { package: fail('asset-status', '*/img/bicycle.*.svg'), s3: fail('asset-status', '*/img/bicycle.*.svg') },
      },
      {
        name: 'main cut in half', done: 'the upload of main.js was cut off', breaks: (site) => site.edit('js/main.*.js', (text) => text.slice(0, text.length / 2)),
        on: { package: fail('asset-body', '*/js/main.*.js'), s3: fail('asset-body', '*/js/main.*.js') },
      },
    ],
  },
];

/** Removes the chunk that no page names: neither main, shared nor the runtime, and without a name of its own. */
async function lazy(site, ending) {
  const named = /(main|shared|runtime|hours)\./;
  const [name] = (await site.files()).filter((file) => file.endsWith(ending) && !named.test(file));
  await site.remove(name);
}

async function oldPage(build) {
  const site = await build({ release: 2 });
  return site.take(await build({ release: 1 }), 'index.html');
}

async function oldMain(build) {
  const site = await build({ release: 2, env: { NO_HASH: '1' } });
  return site.take(await build({ release: 1, env: { NO_HASH: '1' } }), 'js/main.js');
}
