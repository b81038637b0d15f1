// A real Nagios takes the passive results of two monitors: of one from its command file, of the other by send_nsca and a real NSCA
// daemon. A page breaks and is mended; what Nagios says of it is read from its own status file.
//
//   bench/monitor/nagios
//
// Needs root, Java, the built jar, and Debian's nagios4-core, nsca and nsca-client. Ends with 1 where anything is wrong.
import {spawn, execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const smoke = process.env.SMOKE ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'smoke');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smoke-monitor-nagios-'));
fs.chmodSync(folder, 0o755);
const sleep = ms => new Promise(done => { setTimeout(done, ms); });
const write = (name, text) => { fs.writeFileSync(path.join(folder, name), text); return path.join(folder, name); };

let broken = false;
const site = http.createServer((request, response) => {
  const isScript = request.url.endsWith('.js');
  response.writeHead(isScript && broken ? 404 : 200, {'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8'});
  response.end(isScript ? 'document.title += "!";' : '<!doctype html><html lang="en"><title>Shop</title><p>Welcome.</p><script src="app.js"></script></html>');
});
await new Promise(done => { site.listen(0, '127.0.0.1', done); });
const freePort = () => new Promise(done => {
  const socket = net.createServer().listen(0, '127.0.0.1', () => { const {port} = socket.address(); socket.close(() => done(port)); });
});
const port = await freePort();

for (const name of ['rw', 'spool', 'var']) fs.mkdirSync(path.join(folder, name));
const commands = path.join(folder, 'rw', 'nagios.cmd');
const service = name => `
define host {
  host_name ${name}
  address 127.0.0.1
  max_check_attempts 1
  active_checks_enabled 0
  passive_checks_enabled 1
  check_period always
  contacts nobody
  notification_interval 0
  notification_period always
}
define service {
  host_name ${name}
  service_description smoke production
  check_command none
  max_check_attempts 1
  active_checks_enabled 0
  passive_checks_enabled 1
  check_interval 1
  retry_interval 1
  check_period always
  contacts nobody
  notification_interval 0
  notification_period always
}`;
write('objects.cfg', `
define timeperiod {
  timeperiod_name always
  alias always
  monday 00:00-24:00
}
define command {
  command_name none
  command_line /bin/true
}
define contact {
  contact_name nobody
  host_notifications_enabled 0
  service_notifications_enabled 0
  host_notification_period always
  service_notification_period always
  host_notification_options n
  service_notification_options n
  host_notification_commands none
  service_notification_commands none
}
${service('shop')}
${service('blog')}
`);
const config = write('nagios.cfg', `log_file=${folder}/var/nagios.log
cfg_file=${folder}/objects.cfg
object_cache_file=${folder}/var/objects.cache
precached_object_file=${folder}/var/objects.precache
status_file=${folder}/var/status.dat
state_retention_file=${folder}/var/retention.dat
status_update_interval=1
nagios_user=nagios
nagios_group=nagios
check_external_commands=1
command_file=${commands}
query_socket=${folder}/rw/nagios.qh
lock_file=${folder}/var/nagios.pid
temp_file=${folder}/var/nagios.tmp
temp_path=${folder}/var
check_result_path=${folder}/spool
log_passive_checks=1
use_syslog=0
accept_passive_service_checks=1
execute_service_checks=0
check_service_freshness=0
interval_length=1
illegal_macro_output_chars=\`~$&|'"<>
`);
const password = 'a password of the stand-in';
const receiver = write('nsca.cfg', `server_address=127.0.0.1
server_port=${port}
nsca_user=nagios
nsca_group=nagios
command_file=${commands}
alternate_dump_file=${folder}/var/nsca.dump
append_to_file=0
aggregate_writes=0
max_packet_age=60
password=${password}
decryption_method=14
pid_file=${folder}/var/nsca.pid
`);
const sender = write('send_nsca.cfg', `password=${password}\nencryption_method=14\n`);
execFileSync('chown', ['-R', 'nagios:nagios', folder]);

const started = [];
const start = (command, args) => {
  const out = fs.openSync(path.join(folder, `${path.basename(command)}-${started.length}.log`), 'a');
  const one = spawn(command, args, {stdio: ['ignore', out, out], detached: true});
  started.push(one);
  return one;
};
const wrong = [];
async function until(what, condition) {
  const limit = Date.now() + 90_000;
  while (wrong.length === 0 && !condition()) {
    if (Date.now() > limit) { wrong.push(`not within 90 s: ${what}`); return; }
    await sleep(200);
  }
  if (wrong.length === 0) console.log(what);
}
/** What Nagios knows of a service: its code, and what was said. */
function known(host) {
  let text = '';
  try { text = fs.readFileSync(path.join(folder, 'var', 'status.dat'), 'utf8'); } catch { /* not yet */ }
  const block = text.split('}').find(one => one.includes('servicestatus {') && one.includes(`host_name=${host}\n`)) ?? '';
  const value = key => block.match(new RegExp(`^\\s*${key}=(.*)$`, 'm'))?.[1] ?? '';
  return {code: value('current_state'), text: value('plugin_output'), numbers: value('performance_data'), checked: value('has_been_checked')};
}
function watch(name, ...options) {
  const file = write(`${name}.yaml`, `name: ${name}
environments:
  production: {url: "http://127.0.0.1:${site.address().port}/", audience: customers}
monitor: {every: 2s}
`);
  start(smoke, ['monitor', file, '--data', path.join(folder, `${name}.db`), '--browser', 'none', ...options]);
}

start('nagios4', [config]);
await until('Nagios reads its command file', () => fs.existsSync(commands));
start('nsca', ['-c', receiver, '-f']);
await sleep(1000);
watch('shop', '--nagios-command-file', commands);
watch('blog', '--nagios-nsca', `127.0.0.1:${port}`, '--nagios-nsca-config', sender);
for (const host of ['shop', 'blog']) await until(`Nagios takes a good round of ${host}`, () => known(host).code === '0' && known(host).text.startsWith('SMOKE OK'));
broken = true;
for (const host of ['shop', 'blog']) await until(`Nagios takes a bad round of ${host}`, () => known(host).code === '2' && /app\.js/.test(known(host).text));
console.log(`it says: ${known('blog').text}`);
broken = false;
for (const host of ['shop', 'blog']) await until(`Nagios hears that ${host} is well again`, () => known(host).code === '0' && known(host).numbers !== '');
for (const one of started) try { process.kill(-one.pid, 'SIGTERM'); } catch { /* it is gone */ }
try { process.kill(Number(fs.readFileSync(path.join(folder, 'var', 'nsca.pid'), 'utf8')), 'SIGTERM'); } catch { /* it wrote none */ }
await sleep(4000);
wrong.forEach(line => console.log(`WRONG: ${line}`));
console.log(wrong.length === 0 ? 'a real Nagios takes both' : `kept: ${folder}`);
if (wrong.length === 0) fs.rmSync(folder, {recursive: true});
process.exit(wrong.length === 0 ? 0 : 1);
