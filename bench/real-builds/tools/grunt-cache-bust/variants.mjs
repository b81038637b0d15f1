import { fail, pass } from '../../lib/expect.mjs';

export default [
  {
    id: 'grunt-cache-bust', title: 'grunt-cache-bust', main: 'grunt-cache-bust', command: 'grunt', out: 'dist',
    variants: [
      { name: 'healthy', done: 'names carry a hash, the originals are deleted', on: { package: pass, s3: pass, spa: pass } },
      { name: 'healthy, originals kept', done: 'both names are in the package, as the default of the tool is', env: { KEEP: '1' }, on: { package: pass, s3: pass } },
      { name: 'healthy with a query', done: 'queryString: js/borrow.js?hash', env: { QUERY: '1' }, on: { package: pass, s3: pass } },
      {
        name: 'data-main not rewritten', done: 'RequireJS: the tool renames js/main-amd.js and does not know data-main', env: { STYLE: 'amd' },
        on: { package: fail('asset-status', '*/js/main-amd.js'), spa: fail('asset-type', '*/js/main-amd.js') },
      },
      {
        name: 'CSS not uploaded', done: 'site.css is not in the store', breaks: (site) => site.remove('css/site.*.css'),
        on: { package: fail('asset-status', '*/css/site.*.css') },
      },
    ],
  },
];
