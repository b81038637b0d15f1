import { fail, pass } from '../../lib/expect.mjs';

export default [
  {
    id: 'next', title: 'Next.js export', main: 'next', command: 'rm -rf out .next src && next build', out: 'out',
    variants: [
      { name: 'healthy', done: "output: 'export', a dynamic component", on: { package: pass, s3: pass, 404: pass } },
      { name: 'healthy in a folder', done: 'basePath /rent, served below /rent/', env: { BASE: '/rent' }, at: '/rent/', on: { s3: pass } },
      {
        name: 'wrong basePath', done: 'basePath /rent, uploaded to /', env: { BASE: '/rent' },
        on: { package: fail('asset-status', '*/rent/_next/*') },
      },
      {
        name: 'dynamic chunk deleted', done: 'the chunk of the dynamic component is not in the store', breaks: dropTerms,
        on: { package: fail('asset-status', '*/_next/static/chunks/*.js'), 404: fail('asset-status', '*/_next/static/chunks/*.js') },
      },
      {
        name: 'underscore folder dropped', done: 'the host leaves out folders that start with an underscore', breaks: dropAssets,
        on: { package: fail('asset-status', '*/_next/*'), 404: fail('asset-status', '*/_next/*') },
      },
    ],
  },
];

async function dropAssets(site) {
  for (const name of await site.files()) if (name.startsWith('_next/')) await site.remove(name);
}

/** The chunk has no name of its own: it is the one that holds the component's text. */
async function dropTerms(site) {
  for (const name of await site.files()) {
    if (name.startsWith('_next/') && name.endsWith('.js') && (await site.read(name)).includes('before the valley closes')) await site.remove(name);
  }
}
