// Writes access logs of a size and counts them: lines a second, memory, and whether each line was counted once.
//
//   bench/traffic/logs [MEGABYTES] [HEAP] [FORMAT...]      by default 1024 in 128m: combined, combined.gz, cloudfront, cloudflare
//
// Needs Linux, Java, python3 and the built jar.
import {spawn, execFileSync} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import {fileURLToPath} from 'node:url';

const [megabytes = '1024', heap = '128m', ...asked] = process.argv.slice(2);
const formats = asked.length > 0 ? asked : ['combined', 'combined.gz', 'cloudfront', 'cloudflare'];
const smoke = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'smoke');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smoke-logs-'));
const config = path.join(folder, 'signup.yaml');
fs.writeFileSync(config, `name: signup
environments: {production: {url: "https://www.example.com/signup/", audience: customers}}
api: [{url: /api/config*}]
`);
const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const paths = i => ['/signup/', '/signup/js/main-3f9a4711.js', `/signup/img/${i % 5000}.png`, '/api/config.json?v=2', '/shop/'][i % 5];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = value => String(value).padStart(2, '0');
const writers = {
  combined: (i, iso) => `192.0.2.${i % 250} - - [${iso.slice(8, 10)}/${months[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)}`
    + ` +0000] "GET ${paths(i)} HTTP/1.1" ${i % 50 ? 200 : 404} ${1000 + i % 9000} "https://www.example.com/signup/" "${agent}"\n`,
  cloudfront: (i, iso) => `${iso.slice(0, 10)}\t${iso.slice(11, 19)}\tFRA56-P4\t${1000 + i % 9000}\t192.0.2.${i % 250}\tGET\td111.cloudfront.net`
    + `\t${paths(i).replace(/\?.*/, '')}\t${i % 50 ? 200 : 404}\t-\t${agent.replace(/ /g, '%20')}\t-\t-\tHit\tid${i}==\twww.example.com\thttps\n`,
  cloudflare: (i, iso) => JSON.stringify({ClientIP: `192.0.2.${i % 250}`, ClientRequestHost: 'www.example.com', ClientRequestMethod: 'GET',
    ClientRequestURI: paths(i), ClientRequestUserAgent: agent, EdgeResponseBytes: 1000 + i % 9000, EdgeResponseStatus: i % 50 ? 200 : 404,
    EdgeStartTimestamp: iso.slice(0, 19) + 'Z', RayID: i.toString(16)}) + '\n',
};
const header = {cloudfront: '#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer)'
  + ' cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol\n'};

/** Lines of a day, until there are enough bytes; says how many. */
async function write(format, file) {
  const plain = format.replace('.gz', '');
  const out = fs.createWriteStream(file);
  const to = format.endsWith('.gz') ? zlib.createGzip({level: 1}) : out;
  if (to !== out) to.pipe(out);
  const start = Date.now() - 24 * 3600 * 1000;
  const most = Number(megabytes) * 1024 * 1024;
  let bytes = 0, lines = 0, part = header[plain] ?? '';
  while (bytes < most) {
    const iso = new Date(start + bytes / most * 24 * 3600 * 1000).toISOString();
    for (let i = 0; i < 200; i++) part += writers[plain](lines++, iso);
    if (part.length > 1 << 20) {
      bytes += part.length;
      if (!to.write(part)) await once(to, 'drain');
      part = '';
    }
  }
  to.end(part);
  await once(out, 'close');
  return {lines, bytes: bytes + part.length};
}

const sql = (data, text) => execFileSync('python3', ['-c', 'import sqlite3,sys\nprint(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])',
  data, text], {encoding: 'utf8'}).trim();
const number = value => Math.round(Number(value)).toLocaleString('en-US');
console.log(`| log | lines | size | took | processor time | lines a second of that | memory at most (heap of ${heap}) | counted | expected |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|`);
for (const format of formats) {
  const file = path.join(folder, `${format.replace('.gz', '')}.log${format.endsWith('.gz') ? '.gz' : ''}`);
  const data = path.join(folder, `${format}.db`);
  const {lines, bytes} = await write(format, file);
  const begin = performance.now();
  const run = spawn(smoke, ['traffic', file, '-c', config, '--data', data],
    {stdio: ['ignore', 'pipe', 'inherit'], env: {...process.env, JAVA_TOOL_OPTIONS: `-Xmx${heap}`}});
  let peak = 0, ticks = 0;
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, Number(fs.readFileSync(`/proc/${run.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024);
      ticks = fs.readFileSync(`/proc/${run.pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ').slice(11, 13)
        .reduce((sum, one) => sum + Number(one), 0);
    } catch { /* It has ended. */ }
  }, 100);
  run.stdout.on('data', text => process.stderr.write(text));
  const [code] = await once(run, 'exit');
  clearInterval(watch);
  const took = (performance.now() - begin) / 1000;
  if (code !== 0) throw new Error(`smoke traffic ended with ${code}`);
  // One of five paths is of nothing that is watched.
  const expected = lines - Math.floor(lines / 5);
  console.log(`| ${format} | ${number(lines)} | ${number(bytes / 1e6)} MB | ${took.toFixed(1)} s | ${(ticks / 100).toFixed(1)} s | ${number(lines / (ticks / 100))} | ${peak.toFixed(0)} MB`
    + ` | ${number(sql(data, "select sum(amount) from traffic where measure = 'requests'"))} | ${number(expected)} |`);
  fs.rmSync(file);
}
fs.rmSync(folder, {recursive: true});
