import { fail, pass } from '../../lib/expect.mjs';

export default [
  {
    id: 'astro', title: 'Astro', main: 'astro', command: 'rm -rf dist && astro build', out: 'dist',
    variants: [
      { name: 'healthy', done: 'a script with a lazy chunk, a style sheet', on: { package: pass, s3: pass, 404: pass } },
      { name: 'healthy in a folder', done: 'base /rent/, served below /rent/', env: { BASE: '/rent/' }, at: '/rent/', on: { s3: pass } },
      {
        name: 'wrong base', done: 'base /rent/, uploaded to /', env: { BASE: '/rent/' },
        on: { package: fail('asset-status', '*/rent/_astro/*') },
      },
      {
        name: 'underscore folder dropped', done: 'the host leaves out folders that start with an underscore', breaks: dropAssets,
        on: { package: fail('asset-status', '*/_astro/*'), 404: fail('asset-status', '*/_astro/*') },
      },
      {
        name: 'lazy chunk deleted', done: 'the chunk behind a button is not in the store', breaks: (site) => site.remove('_astro/terms.*.js'),
        on: { package: fail('asset-status', '*/_astro/terms.*.js') },
      },
    ],
  },
];

async function dropAssets(site) {
  for (const name of await site.files()) if (name.startsWith('_astro/')) await site.remove(name);
}
