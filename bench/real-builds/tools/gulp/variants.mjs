import { fail, pass } from '../../lib/expect.mjs';

export default [
  {
    id: 'gulp', title: 'gulp-rev', main: 'gulp-rev', command: 'gulp', out: 'dist',
    variants: [
      { name: 'healthy', done: 'gulp-rev, gulp-rev-rewrite over pages, styles and scripts', on: { package: pass, s3: pass, 404: pass, spa: pass } },
      { name: 'healthy in a folder', done: 'served below /rent/', at: '/rent/', on: { s3: pass } },
      {
        name: 'stale manifest', done: 'the rev-manifest.json of the release before came out of a cache',
        make: async (build) => {
          await build({ env: { RELEASE: '1' }, command: 'gulp && cp work/rev-manifest.json work/old-manifest.json' });
          return build({ env: { MANIFEST: 'work/old-manifest.json' } });
        },
        on: { package: fail('asset-status', '*/js/borrow-*.js'), spa: fail('asset-type', '*/js/borrow-*.js') },
      },
      {
        name: 'rewrite forgotten for styles and scripts', done: 'only the page was rewritten; CSS and JS name files without their hash', env: { ONLY_PAGES: '1' },
        // The script behind a button is graver than the picture, and comes first.
        on: { package: fail('package', 'js/terms-*.js') },
      },
      {
        name: 'rewrite forgotten', done: 'the page names the files without their hash', env: { MANIFEST: 'empty.json' },
        on: { package: fail('asset-status', '*/*s/*'), spa: fail('asset-type', '*/*s/*') },
      },
      {
        name: 'lazy script deleted', done: 'the script behind a button is not in the store', breaks: (site) => site.remove('js/terms-*.js'),
        on: { package: fail('asset-status', '*/js/terms-*.js') },
      },
    ],
  },
];
