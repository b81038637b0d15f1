import { defineConfig } from 'astro/config';

export default defineConfig({
  base: process.env.BASE || '/',
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
});
