// Pages on loopback that are ready at once, take their time, never come to rest, show nothing or are broken; run serves them.
import http from 'node:http';

const TEXT = '<h1>Harbour times</h1><p>High water is at four in the afternoon.</p>';
const EMPTY = '<div id=app></div>';
const SHOW = "document.getElementById('app').innerHTML = '<h1>Harbour times</h1>'";
const AT_LOAD = (code) => `<script>addEventListener('load', function () { ${code} })</script>`;
const PICTURE = (address) => AT_LOAD(`var p = new Image(); p.src = '${address}'; document.body.append(p)`);

/** kind, what the page does, its body, and whether it is healthy */
export const pages = {
  'plain': ['ready', 'text and a script', TEXT + '<script>document.title += "."</script>', true],
  'call-at-once': ['ready', 'its call is answered at once', EMPTY + `<script>fetch('/answer').then(function () { ${SHOW} })</script>`, true],
  'timer-300': ['slow', 'its text comes by a timer of 300 ms', EMPTY + `<script>setTimeout(function () { ${SHOW} }, 300)</script>`, true],
  'timer-3000': ['slow', 'its text comes by a timer of 3 s', EMPTY + `<script>setTimeout(function () { ${SHOW} }, 3000)</script>`, true],
  'call-1500': ['slow', 'its text comes with a call of 1.5 s', EMPTY + `<script>fetch('/answer?after=1500').then(function () { ${SHOW} })</script>`, true],
  'call-6000': ['slow', 'its text comes with a call of 6 s', EMPTY + `<script>fetch('/answer?after=6000').then(function () { ${SHOW} })</script>`, true],
  'hidden-2000': ['slow', 'a snippet against flicker hides it for 2 s', '<script>document.documentElement.style.opacity = 0; setTimeout(function () { document.documentElement.style.opacity = 1 }, 2000)</script>' + TEXT, true],
  'picture-1500': ['slow', 'a picture that it adds when it has loaded takes 1.5 s', TEXT + PICTURE('/picture?after=1500'), true],
  'sent-on-3000': ['slow', 'it sends its visitors on after 3 s', '<meta http-equiv=refresh content="3; url=/page/plain"><p>We have moved.</p>', true],
  'interval': ['restless', 'it asks twice a second', TEXT + "<script>setInterval(function () { fetch('/answer') }, 500)</script>", true],
  'long-poll': ['restless', 'it asks again as soon as it is answered, after 25 s', TEXT + "<script>function listen() { fetch('/answer?after=25000').then(listen) } listen()</script>", true],
  'events': ['restless', 'a stream of events', TEXT + "<script>new EventSource('/events')</script>", true],
  'fetched-stream': ['restless', 'a stream that it reads by fetch', TEXT + "<script>fetch('/events').then(function (a) { return a.text() }).then(function (told) { document.title = told })</script>", true],
  'beacon': ['restless', 'a beacon that nobody answers', TEXT + "<script>navigator.sendBeacon('/never', 'seen')</script>", true],
  'clock': ['restless', 'a clock that ticks ten times a second', TEXT + '<p id=app></p><script>setInterval(function () { app.textContent = Date.now() % 10 }, 100)</script>', true],
  'open-call': ['restless', 'one call that stays open', TEXT + "<script>fetch('/never').then(function () { document.title = 'News' })</script>", true],
  'empty': ['blank', 'nothing, and no script', EMPTY, false],
  'script-gone': ['blank', 'its only script is missing', EMPTY + '<script src=/gone.js></script>', false],
  'throws': ['blank', 'its script throws', EMPTY + '<script>start()</script>', false],
  'never-answered': ['blank', 'its call is never answered', EMPTY + `<script>fetch('/never').then(function () { ${SHOW} })</script>`, false],
  'call-lost-7000': ['broken', 'its call answers 404 after 7 s', TEXT + "<script>fetch('/gone?after=7000').then(function (a) { document.title = a.status })</script>", false],
  'picture-stalls': ['broken', 'a picture that it adds begins and never ends', TEXT + PICTURE('/stalls.png'), false],
  'sent-to-nowhere': ['broken', 'it sends its visitors on after 5 s, to a page that is missing', "<p>We have moved.</p><script>setTimeout(function () { location.href = '/gone' }, 5000)</script>", false],
};

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="teal"/></svg>';

/** Starts the server; the promise gives its port. */
export function serve() {
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const send = (status, type, body) => setTimeout(() => {
      response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
      response.end(body);
    }, Number(url.searchParams.get('after') || 0));
    const page = pages[url.pathname.slice('/page/'.length)];
    if (url.pathname.startsWith('/page/') && page) {
      send(200, 'text/html; charset=utf-8', `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Times</title></head><body>${page[2]}</body></html>`);
    } else if (url.pathname === '/answer') {
      send(200, 'application/json', '{"high": "16:00"}');
    } else if (url.pathname === '/picture') {
      send(200, 'image/svg+xml', SVG);
    } else if (url.pathname === '/stalls.png') {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': 5000 });
      response.write(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    } else if (url.pathname === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
    } else if (url.pathname !== '/never') {
      send(404, 'text/html; charset=utf-8', '<!DOCTYPE html><title>Not found</title><h1>Not found</h1>');
    }
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done({ server, port: server.address().port })));
}
