// What a careful Playwright script looks at: the answer, errors, failed requests, and the form that must be there.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const [browserPath, page] = process.argv.slice(2);
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const server = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname;
  const file = join(page, path.endsWith('/') ? `${path}index.html` : path);
  try {
    const body = await readFile(file);
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const browser = await chromium.launch({ executablePath: browserPath });
const tab = await browser.newPage();
const problems = [];
tab.on('pageerror', (error) => problems.push(error.message));
tab.on('requestfailed', (request) => problems.push(request.url()));
tab.on('response', (answer) => {
  if (answer.status() >= 400 && !answer.url().endsWith('/favicon.ico')) problems.push(`${answer.status()} ${answer.url()}`);
});
await tab.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'load' });
await tab.locator('form#signup').waitFor();
await browser.close();
server.close();
console.log(problems.length ? problems.join('\n') : 'ok');
process.exit(problems.length ? 1 : 0);
