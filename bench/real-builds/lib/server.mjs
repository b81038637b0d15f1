// A static server on loopback that plays the stores a front end is deployed to:
//   s3   a missing key answers 403 with S3's XML, as to a reader who may not list the bucket
//   404  a missing file answers 404 with a page
//   spa  a missing file answers 200 with index.html
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
  '.svg': 'image/svg+xml', '.json': 'application/json', '.map': 'application/json', '.ico': 'image/x-icon',
  '.png': 'image/png', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json', '.txt': 'text/plain',
};

export async function serve(dir, { store, at, types }) {
  const server = createServer(async (request, response) => {
    const { status, type, body } = await answer(dir, at, store, { ...TYPES, ...types }, request.url);
    const isPage = type.startsWith('text/html');
    response.writeHead(status, {
      'Content-Type': type,
      'Content-Length': body.length,
      'Cache-Control': isPage ? 'no-cache' : 'public, max-age=31536000, immutable',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${at}`,
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

async function answer(dir, at, store, types, url) {
  const asked = decodeURIComponent(new URL(url, 'http://host').pathname);
  const file = asked.startsWith(at) ? await existing(dir, asked.slice(at.length)) : undefined;
  if (file) return { status: 200, type: types[path.extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
  const page = store === 'spa' ? await existing(dir, 'index.html') : undefined;
  if (page) return { status: 200, type: types['.html'], body: await readFile(page) };
  if (store === '404') return { status: 404, type: types['.html'], body: Buffer.from('<!DOCTYPE html><title>Not found</title><h1>Not found</h1>') };
  const xml = '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
  return { status: 403, type: 'application/xml', body: Buffer.from(xml) };
}

async function existing(dir, name) {
  const file = path.resolve(dir, name === '' || name.endsWith('/') ? `${name}index.html` : name);
  if (!file.startsWith(path.resolve(dir) + path.sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? file : undefined;
}
