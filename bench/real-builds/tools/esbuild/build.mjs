// Splits the page into chunks and writes their hashed names into index.html, from the metafile.
import { readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const base = process.env.BASE ?? '/';
const { metafile } = await build({
  entryPoints: ['src/main.js'], bundle: true, splitting: true, format: 'esm', minify: true, metafile: true, outdir: 'dist',
  entryNames: '[name]-[hash]', chunkNames: 'chunks/[name]-[hash]', assetNames: 'img/[name]-[hash]', loader: { '.svg': 'file' },
});
const names = Object.keys(metafile.outputs).map((name) => name.replace('dist/', ''));
const styles = names.filter((name) => name.endsWith('.css')).map((name) => `<link rel="stylesheet" href="${base}${name}">`);
const entry = names.find((name) => /^main-.*\.js$/.test(name));
const page = await readFile('src/index.html', 'utf8');
const tags = [...styles, `<script type="module" src="${base}${entry}"></script>`].join('\n  ');
await writeFile('dist/index.html', page.replace('<!-- scripts -->', tags));
