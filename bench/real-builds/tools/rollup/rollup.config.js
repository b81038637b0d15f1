// A small plugin of our own puts styles beside the chunks and the hashed names into the page.
import { readFileSync } from 'node:fs';

const base = process.env.BASE ?? '';

const page = {
  name: 'page',
  resolveId: (source) => (source.endsWith('.css') ? { id: `\0${source}`, moduleSideEffects: false } : null),
  load: (id) => (id.startsWith('\0') ? '' : null),
  generateBundle(_, bundle) {
    const image = this.emitFile({ type: 'asset', name: 'bicycle.svg', source: readFileSync('src/bicycle.svg') });
    const styles = ['style.css', 'terms.css'].map((name) => {
      const text = readFileSync(`src/${name}`, 'utf8').replace('./bicycle.svg', this.getFileName(image).replace(/.*\//, ''));
      return this.getFileName(this.emitFile({ type: 'asset', name, source: text }));
    });
    const entry = Object.values(bundle).find((chunk) => chunk.isEntry);
    const tags = [
      ...styles.map((name) => `<link rel="stylesheet" href="${base}${name}">`),
      ...entry.imports.map((name) => `<link rel="modulepreload" href="${base}${name}">`),
      `<script type="module" src="${base}${entry.fileName}"></script>`,
    ];
    const html = readFileSync('src/index.html', 'utf8').replace('<!-- scripts -->', tags.join('\n  '));
    this.emitFile({ type: 'asset', fileName: 'index.html', source: html });
  },
};

export default {
  input: 'src/main.js',
  plugins: [page],
  output: {
    dir: 'dist',
    format: 'es',
    manualChunks: (id) => (/src.shared/.test(id) ? 'element' : undefined),
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    assetFileNames: 'assets/[name]-[hash][extname]',
  },
};
