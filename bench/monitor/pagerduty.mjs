// A stand-in for PagerDuty's Events API v2: it refuses what the real one refuses, answers 202 to the rest, and keeps incidents by
// their dedup_key as the real one does. The rules are those of its documentation.
import http from 'node:http';

const SEVERITIES = ['critical', 'error', 'warning', 'info'];

function problem(event) {
  if (!/^[0-9a-z]{32}$/i.test(event.routing_key ?? '')) return 'routing_key must be 32 characters';
  if (!['trigger', 'acknowledge', 'resolve'].includes(event.event_action)) return 'event_action';
  if ((event.dedup_key ?? '').length > 255) return 'dedup_key is longer than 255 characters';
  if (event.event_action !== 'trigger') return event.dedup_key ? null : 'dedup_key is missing';
  const payload = event.payload ?? {};
  if (!payload.summary || payload.summary.length > 1024) return 'payload.summary';
  if (!payload.source) return 'payload.source';
  return SEVERITIES.includes(payload.severity) ? null : 'payload.severity';
}

/** What is wrong with a change event, which tells of a release. */
function problemOfChange(event) {
  if (!/^[0-9a-z]{32}$/i.test(event.routing_key ?? '')) return 'routing_key must be 32 characters';
  if (event.routing_key.startsWith('R')) return 'the routing_key of a ruleset takes no change events';
  const payload = event.payload ?? {};
  if (!payload.summary || payload.summary.length > 1024) return 'payload.summary';
  if (payload.timestamp !== undefined && Number.isNaN(Date.parse(payload.timestamp))) return 'payload.timestamp';
  if (typeof (payload.custom_details ?? {}) !== 'object') return 'payload.custom_details';
  return (event.links ?? []).every(link => link.href) ? null : 'links';
}

/**
 * Starts one; `log` has a line for each event, `open` the open incidents, `told` the payload of each trigger, `changes` that
 * of each change event, `refuse` how many of the next events it answers 429.
 */
export async function pagerduty() {
  const desk = {open: new Map(), made: 0, resolved: 0, log: [], told: [], changes: [], refuse: 0};
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', part => { body += part; });
    request.on('end', () => {
      if (desk.refuse > 0) {
        desk.refuse--;
        response.writeHead(429, {'Retry-After': '1'}).end('{}');
        return;
      }
      let event = {};
      try { event = JSON.parse(body); } catch { /* is refused below */ }
      const isChange = request.url === '/v2/change/enqueue';
      const judge = isChange ? problemOfChange : problem;
      const wrong = (isChange || request.url === '/v2/enqueue') && body.length <= 512 * 1024 ? judge(event) : 'not an event';
      if (wrong) {
        desk.log.push(`400 ${wrong}`);
        response.writeHead(400).end(JSON.stringify({status: 'invalid event', message: wrong, errors: [wrong]}));
        return;
      }
      if (isChange) {
        desk.changes.push(event.payload);
        response.writeHead(202).end(JSON.stringify({status: 'success', message: 'Change event processed'}));
        return;
      }
      const at = new Date().toISOString();
      const known = desk.open.has(event.dedup_key);
      if (event.event_action === 'trigger') {
        desk.made += known ? 0 : 1;
        desk.open.set(event.dedup_key, event.payload);
        desk.told.push({...event.payload, isNew: !known});
        desk.log.push(`${at} ${known ? 'again' : 'opened'} ${event.payload.severity} ${event.payload.summary}`);
      } else if (event.event_action === 'resolve') {
        desk.resolved += known ? 1 : 0;
        desk.open.delete(event.dedup_key);
        desk.log.push(`${at} ${known ? 'resolved' : 'resolved again'} ${event.dedup_key}`);
      }
      response.writeHead(202).end(JSON.stringify({status: 'success', message: 'Event processed', dedup_key: event.dedup_key}));
    });
  });
  await new Promise(done => { server.listen(0, '127.0.0.1', done); });
  return Object.assign(desk, {url: `http://127.0.0.1:${server.address().port}`, close: () => server.close()});
}
