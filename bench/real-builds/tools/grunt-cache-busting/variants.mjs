import { fail, pass } from '../../lib/expect.mjs';

// Both versions run on a newer Node with one override and a shim; grunt 0.4 needs no more.
const command = 'NODE_OPTIONS="-r ./old-fs.cjs" node node_modules/grunt-cli/bin/grunt';
const shared = { title: 'grunt-cache-busting', main: 'grunt-cache-busting', command, out: 'dist' };
const both = { package: pass, s3: pass };

export default [
  {
    id: 'grunt-cache-busting-0.0.10', ...shared,
    variants: [
      { name: 'healthy', done: 'data-main before src, name without extension', on: { ...both, spa: pass } },
      { name: 'healthy, src first', done: 'src before data-main', env: { STYLE: 'source-first' }, on: both },
      { name: 'healthy, two on a line', done: 'two script tags on one line', env: { STYLE: 'parts-on-a-line' }, on: both },
      { name: 'healthy, style', done: 'an XHTML link and two scripts', env: { STYLE: 'style' }, on: both },
      {
        name: 'bundle not uploaded', done: 'RentApp-<hash>.js is not in the store', breaks: (site) => site.remove('js/RentApp-*.js'),
        on: { package: fail('asset-status', '*/js/RentApp-*.js'), spa: fail('asset-type', '*/js/RentApp-*.js') },
      },
    ],
  },
  {
    id: 'grunt-cache-busting-0.0.11', ...shared, packages: { 'grunt-cache-busting': '0.0.11' },
    variants: [
      { name: 'healthy, src first', done: 'src before data-main, the style that this version leaves whole', env: { STYLE: 'source-first' }, on: both },
      { name: 'tag cut', done: 'data-main before src: the rest of the line is eaten', on: { package: fail('script-tag'), spa: fail('script-tag') } },
      {
        name: 'src eaten', done: 'the same with the extension: a whole tag without src is left', env: { STYLE: 'data-main-with-extension' },
        on: { package: fail('script-tag') },
      },
      {
        name: 'second reference kept', done: 'only the preload gets the hash, RequireJS asks for the old name', env: { STYLE: 'preload' },
        on: { package: fail('asset-status|script-tag') },
      },
      {
        name: 'first script eaten', done: 'two tags on one line: the first is gone', env: { STYLE: 'parts-on-a-line' },
        on: { package: fail('package|page-error'), s3: fail('page-error') },
      },
      {
        name: 'second script eaten', done: 'two tags on one line: the second is gone, nothing fails', env: { STYLE: 'two-on-a-line' },
        on: { package: fail('package', 'js/borrow*.js') },
      },
      { name: 'style eaten', done: 'rel="stylesheet" turned into a file name, the page has no style', env: { STYLE: 'style-name' }, on: { package: fail('script-tag|package'), s3: fail('script-tag') } },
    ],
  },
];
