// What a careful person writes with Playwright for the job of `smoke run`: each page in a profile of its own, its status, its
// failed and refused requests, its errors, an element that must be there, and a picture.
const { chromium } = require('playwright-core');

const [, , binary, folder, atOnce, ...urls] = process.argv;

async function visit(browser, url, picture) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const troubles = [];
  page.on('requestfailed', (request) => troubles.push(`${request.url()} ${request.failure().errorText}`));
  page.on('response', (response) => { if (response.status() >= 400) troubles.push(`${response.url()} ${response.status()}`); });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') troubles.push(message.text()); });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForSelector('main', { state: 'visible' });
  await page.screenshot({ path: picture });
  await context.close();
  return troubles;
}

async function main() {
  const browser = await chromium.launch({ executablePath: binary, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
  const waiting = urls.map((url, i) => [url, `${folder}/${i}.png`]);
  const troubles = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) troubles.push(...(await visit(browser, ...next)));
  };
  await Promise.all(Array.from({ length: Number(atOnce) }, worker));
  await browser.close();
  troubles.forEach((trouble) => console.error(trouble));
  process.exit(troubles.length > 0 ? 1 : 0);
}

main();
