// The pages with many assets as files, behind the server that front-end developers start by hand.
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { many, PIXEL } from './site.mjs';

/** Serves /many/1, /many/COUNT and their pictures on loopback, from files within the folder `work`, where the peers are installed. */
export async function serveFiles(work, count) {
  const folder = path.join(work, 'files');
  await Promise.all(['many', 'img'].map((each) => mkdir(path.join(folder, each), { recursive: true })));
  await Promise.all([1, count].map((n) => writeFile(path.join(folder, `many/${n}.html`), many(n))));
  for (let i = 0; i < count; i++) await writeFile(path.join(folder, `img/p${i}-0a1b2c3d.png`), PIXEL);
  const server = spawn(process.execPath, [path.join(work, 'serve.mjs'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve, reject) => {
    server.stdout.once('data', (data) => resolve(Number(data)));
    server.once('exit', (code) => reject(new Error(`the server of files ended with ${code}`)));
  });
  return { url: `http://127.0.0.1:${port}/`, close: () => server.kill() };
}
