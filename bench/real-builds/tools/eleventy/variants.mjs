import { fail, pass } from '../../lib/expect.mjs';

export default [
  {
    id: 'eleventy', title: 'Eleventy', main: '@11ty/eleventy', command: 'rm -rf dist && eleventy --quiet', out: 'dist',
    variants: [
      { name: 'healthy', done: 'two pages, marked with ?v=', on: { package: pass, s3: pass, 404: pass } },
      { name: 'healthy in a folder', done: 'pathPrefix /rent/, served below /rent/', env: { PREFIX: '/rent/' }, at: '/rent/', on: { s3: pass } },
      {
        name: 'pathPrefix forgotten', done: 'built for /, served below /rent/', at: '/rent/',
        on: { s3: fail('asset-status', '*s/*'), 404: fail('asset-status', '*s/*') },
      },
      {
        name: 'template not rendered', done: 'the script tag was copied, not rendered',
        breaks: (site) => site.edit('index.html', (page) => page.replace('/js/hours.js?v=2.0', "{{ '/js/hours.js' | url }}")),
        on: { package: fail('script-tag|asset-status') },
      },
      {
        name: 'folder not uploaded', done: 'the pass-through folder js/ is not in the store', breaks: (site) => site.remove('js/hours.js'),
        on: { package: fail('asset-status', '*/js/hours.js*'), 404: fail('asset-status', '*/js/hours.js*') },
      },
    ],
  },
];
