// Two pages on loopback that stay open a while, so that a kill can come at each stage of a look; run serves them.
import http from 'node:http';

const PAGE = (body) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry</title></head><body>${body}</body></html>`;
const SHOW = "fetch('/times?after=1200').then(function (a) { return a.json() }).then(function (t) { document.getElementById('app').innerHTML = '<h1>Ferry</h1><p>Leaves at ' + t.leaves + '</p>' })";

/** The second asks for a script that is missing, and so must fail whatever is killed. */
export const pages = {
  healthy: PAGE(`<div id=app></div><script>${SHOW}</script>`),
  broken: PAGE(`<div id=app></div><script src=/fares.js></script><script>${SHOW}</script>`),
};

/** Starts the server; the promise gives its port. */
export function serve() {
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const send = (status, type, body) => setTimeout(() => {
      response.writeHead(status, { 'content-type': type });
      response.end(body);
    }, Number(url.searchParams.get('after') || 0));
    const page = pages[url.pathname.slice(1)];
    if (page) send(200, 'text/html; charset=utf-8', page);
    else if (url.pathname === '/times') send(200, 'application/json', '{"leaves": "16:00"}');
    else send(404, 'text/html; charset=utf-8', '<!DOCTYPE html><title>Not found</title><h1>Not found</h1>');
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done({ server, port: server.address().port })));
}
