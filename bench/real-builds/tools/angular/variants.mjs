import { fail, pass } from '../../lib/expect.mjs';

export default [
  {
    id: 'angular', title: 'Angular', main: '@angular/core', command: 'ng build', out: 'dist/browser',
    variants: [
      { name: 'healthy', done: 'ng build, a deferred block', on: { package: pass, s3: pass, spa: pass } },
      { name: 'healthy in a folder', done: '--base-href /rent/, served below /rent/', command: 'ng build --base-href /rent/', at: '/rent/', on: { s3: pass, spa: pass } },
      {
        name: 'wrong base', done: '--base-href /rent/, uploaded to /', command: 'ng build --base-href /rent/',
        on: { package: fail('asset-status', '*/rent/*'), spa: fail('asset-type', '*/rent/*') },
      },
      {
        name: 'base left at /', done: 'built for /, uploaded below /rent/', at: '/rent/',
        on: { s3: fail('asset-status') },
      },
      {
        name: 'deferred chunk deleted', done: 'the chunk of the deferred block is not in the store', breaks: (site) => site.remove('terms-*.js'),
        on: { package: fail('asset-status', '*/terms-*.js') },
      },
      {
        name: 'styles not uploaded', done: 'styles.css is not in the store', breaks: (site) => site.remove('styles-*.css'),
        on: { package: fail('asset-status', '*/styles-*.css') },
      },
    ],
  },
];
