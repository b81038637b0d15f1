// The same job as in playwright.cjs, as a careful person writes it with Puppeteer.
import puppeteer from 'puppeteer-core';

const [, , executablePath, folder, url] = process.argv;

const browser = await puppeteer.launch({ executablePath, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage();
const troubles = [];
page.on('requestfailed', (request) => troubles.push(`${request.url()} ${request.failure().errorText}`));
page.on('response', (response) => { if (response.status() >= 400) troubles.push(`${response.url()} ${response.status()}`); });
page.on('pageerror', (error) => troubles.push(String(error)));
page.on('console', (message) => { if (message.type() === 'error') troubles.push(message.text()); });
await page.goto(url, { waitUntil: 'load' });
await page.waitForSelector('main', { visible: true });
await page.screenshot({ path: `${folder}/puppeteer.png` });
await browser.close();
troubles.forEach((trouble) => console.error(trouble));
process.exit(troubles.length > 0 ? 1 : 0);
