import { defineConfig } from 'vite';

const legacy = process.env.LEGACY ? [(await import('@vitejs/plugin-legacy')).default({ targets: ['chrome 60'] })] : [];

export default defineConfig({
  base: process.env.BASE || '/',
  plugins: legacy,
  build: {
    assetsInlineLimit: 0,
    sourcemap: Boolean(process.env.SOURCE_MAPS),
    minify: process.env.READABLE ? false : undefined,
  },
});
