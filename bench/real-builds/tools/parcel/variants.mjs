import { fail, pass } from '../../lib/expect.mjs';

const build = (base) => `rm -rf dist && parcel build index.html --no-cache --no-source-maps --public-url ${base}`;

export default [
  {
    id: 'parcel', title: 'Parcel', main: 'parcel', command: build('/'), out: 'dist',
    variants: [
      { name: 'healthy', done: 'entry, lazy chunk with CSS, image', on: { package: pass, s3: pass, spa: pass } },
      { name: 'healthy in a folder', done: 'public URL ./, served below /rent/', command: build('./'), at: '/rent/', on: { package: pass, s3: pass } },
      {
        name: 'wrong public URL', done: 'public URL /static/, uploaded to /', command: build('/static/'),
        on: { package: fail('asset-status', '*/static/*'), spa: fail('asset-type', '*/static/*') },
      },
      {
        name: 'lazy chunk deleted', done: 'the chunk behind a button is not in the store', breaks: (site) => site.remove('terms.*.js'),
        on: { package: fail('asset-status', '*/terms.*.js') },
      },
      {
        name: 'page of the release before', done: 'index.html names the hash of the old build', make: oldPage,
        on: { package: fail('asset-status', '*.js') },
      },
    ],
  },
];

async function oldPage(make) {
  const site = await make({ release: 2 });
  return site.take(await make({ release: 1 }), 'index.html');
}
