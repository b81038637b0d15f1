// Adds a service worker that keeps every file of dist, as a progressive web app does.
import { readFile, writeFile } from 'node:fs/promises';
import { generateSW } from 'workbox-build';

const page = await readFile('dist/index.html', 'utf8');
const register = `<script>if ('serviceWorker' in navigator) addEventListener('load', () => navigator.serviceWorker.register('sw.js'))</script>`;
await writeFile('dist/index.html', page.replace('</body>', `${register}\n</body>`));
await generateSW({ globDirectory: 'dist', globPatterns: ['**/*.{html,js,css,svg}'], swDest: 'dist/sw.js', sourcemap: false });
