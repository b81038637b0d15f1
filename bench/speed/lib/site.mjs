// The pages that are loaded, from memory and by a thread of their own, so that the server is never what is waited for.
import { createServer } from 'node:http';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

export const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const STYLE = '.row { color: #123; margin: 1px }\n'.repeat(200);
const TYPES = { js: 'text/javascript', css: 'text/css', png: 'image/png', ico: 'image/png' };

/**
 * Serves on loopback: /page/N has 3 style sheets, 15 scripts and 8 pictures; /many/N has N pictures; /scripts/N has N scripts,
 * every other without a fingerprint; /lost/N has a picture and N that are not there; /damaged/N has N tags that load nothing;
 * everything else is an asset.
 */
export async function serve() {
  const worker = new Worker(new URL(import.meta.url));
  const port = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  return { url: `http://127.0.0.1:${port}/`, close: () => worker.terminate() };
}

if (!isMainThread) {
  const server = createServer((request, response) => {
    const { type, body, status = 200 } = answer(request.url);
    const cache = type.startsWith('text/html') ? 'no-cache' : 'public, max-age=31536000, immutable';
    response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), 'Cache-Control': cache });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
}

function answer(url) {
  const [, kind, number] = url.match(/^\/(page|many|scripts|lost|damaged)\/(\d+)$/) ?? [];
  if (kind) return { type: 'text/html; charset=utf-8', body: { page, many, scripts, lost, damaged }[kind](Number(number)) };
  const extension = url.slice(url.lastIndexOf('.') + 1);
  const isThere = TYPES[extension] && !url.startsWith('/gone/');
  if (!isThere) return { type: 'text/html; charset=utf-8', body: '<!DOCTYPE html><title>Not found</title>', status: 404 };
  return { type: TYPES[extension], body: { js: script(url), css: STYLE }[extension] ?? PIXEL };
}

function page() {
  const styles = list(3, (i) => `<link rel="stylesheet" href="/css/s${i}-0a1b2c3d.css">`);
  const scripts = list(15, (i) => `<script src="/js/m${i}-0a1b2c3d.js"></script>`);
  const pictures = list(8, (i) => picture('img', i));
  return html(styles, `<h1>Borrow a bicycle</h1><main id="app">Ready</main>${scripts}${pictures}`);
}

/** A page of so many pictures. */
export function many(count) {
  return html('', `<main>${list(count, (i) => picture('img', i))}</main>`);
}

function lost(count) {
  return html('', `<main>${picture('img', 0)}${list(count, (i) => picture('gone', i))}</main>`);
}

function scripts(count) {
  return html('', `<main id="app">Ready</main>${list(count, (i) => `<script src="/js/m${i}${i % 2 ? '' : '-0a1b2c3d'}.js"></script>`)}`);
}

function damaged(count) {
  return html('', `<main>Ready</main>${list(count, (i) => `<script type="text/javscript" src="/js/m${i}.js"></script>\n`)}`);
}

function picture(folder, i) {
  return `<img src="/${folder}/p${i}-0a1b2c3d.png" alt="" width="20" height="20">`;
}

function html(head, body) {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bicycles</title>${head}</head><body>${body}</body></html>`;
}

function script(url) {
  return `${'window.last = function () { return document.title };\n'.repeat(200)}document.getElementById('app').append('${url} ');`;
}

function list(count, item) {
  return Array.from({ length: count }, (_, i) => item(i)).join('');
}
