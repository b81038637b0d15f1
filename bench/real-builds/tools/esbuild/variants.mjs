import { fail, pass } from '../../lib/expect.mjs';

export default [
  {
    id: 'esbuild', title: 'esbuild', main: 'esbuild', command: 'node build.mjs', out: 'dist',
    variants: [
      { name: 'healthy', done: 'splitting, names from the metafile', on: { package: pass, s3: pass, spa: pass } },
      { name: 'healthy in a folder', done: 'relative names, served below /rent/', env: { BASE: '' }, at: '/rent/', on: { s3: pass } },
      {
        name: 'wrong base', done: 'base /static/, uploaded to /', env: { BASE: '/static/' },
        on: { package: fail('asset-status', '*/static/*') },
      },
      {
        name: 'shared chunk deleted', done: 'a chunk that the entry imports is not in the store', breaks: (site) => site.remove('chunks/chunk-*.js'),
        on: { package: fail('asset-status', '*/chunks/chunk-*.js'), spa: fail('asset-type', '*/chunks/chunk-*.js') },
      },
      {
        name: 'lazy chunk deleted', done: 'the chunk behind a button is not in the store', breaks: (site) => site.remove('chunks/terms-*.js'),
        on: { package: fail('asset-status', '*/chunks/terms-*.js') },
      },
    ],
  },
];
