import { fail, pass } from '../../lib/expect.mjs';

export default [
  {
    id: 'rollup', title: 'Rollup', main: 'rollup', command: 'rm -rf dist && rollup -c', out: 'dist',
    variants: [
      { name: 'healthy', done: 'modules, preloaded and lazy chunks', on: { package: pass, s3: pass, spa: pass } },
      { name: 'healthy in a folder', done: 'relative names, served below /rent/', at: '/rent/', on: { s3: pass } },
      {
        name: 'only the preload left', done: 'the module script was lost, its preload was not',
        breaks: (site) => site.edit('index.html', (text) => text.replace(/<script type="module" src="(.*?)"><\/script>/, '<link rel="modulepreload" href="$1">')),
        on: { package: fail('script-tag|package'), s3: fail('script-tag|page-blank') },
      },
      {
        name: 'imported chunk deleted', done: 'a chunk that the entry imports is not in the store', breaks: (site) => site.remove('chunks/element-*.js'),
        on: { package: fail('asset-status', '*/chunks/element-*.js'), spa: fail('asset-type', '*/chunks/element-*.js') },
      },
      {
        name: 'lazy chunk deleted', done: 'the chunk behind a button is not in the store', breaks: (site) => site.remove('chunks/terms-*.js'),
        on: { package: fail('asset-status', '*/chunks/terms-*.js') },
      },
    ],
  },
];
