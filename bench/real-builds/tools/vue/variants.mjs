import { fail, pass } from '../../lib/expect.mjs';

const terms = '*/assets/Terms-*.js';

export default [
  {
    id: 'vue', title: 'Vue', main: 'vue', command: 'vite build', out: 'dist',
    variants: [
      { name: 'healthy', done: 'Vite 7, a lazy component', on: { package: pass, s3: pass, spa: pass } },
      { name: 'healthy in a folder', done: 'relative base, served below /rent/', env: { BASE: './' }, at: '/rent/', on: { s3: pass } },
      {
        name: 'lazy component deleted', done: 'the chunk behind a button is not in the store', breaks: (site) => site.remove('assets/Terms-*.js'),
        on: { package: fail('asset-status', terms), spa: fail('asset-type', terms) },
      },
      {
        name: 'page of the release before', done: 'index.html names the hash of the old build',
        make: async (build) => (await build({ release: 2 })).take(await build({ release: 1 }), 'index.html'),
        on: { package: fail('asset-status', '*/assets/index-*.js'), spa: fail('asset-type', '*/assets/index-*.js') },
      },
    ],
  },
];
