// Installs, builds, breaks, serves, checks and compares: one tool after the other, because a build machine is small.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Builder } from './builder.mjs';
import { look, prepareSmoke } from './smoke.mjs';
import { serve } from './server.mjs';
import { judge } from './expect.mjs';
import { report, line } from './report.mjs';

const here = path.resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const root = path.resolve(here, '../..');
const usage = `usage: bench/real-builds/run [--cache DIR] [--list] [--docs] [--no-docs] [--resume] [--update ZOO] [TOOL[/VARIANT]]...

Builds small pages with real npm tools, healthy and with the classic mistakes, and runs ./smoke on each.
  --cache DIR  where packages are installed and pages are built (default: target/real-builds)
  --list       name the variants and stop
  --docs       write docs/real-builds.md; the default when no TOOL is named
  --no-docs    never write it
  --resume     leave out the tools that were run whole since target/smoke-runner.jar was built, and take their results
  --update ZOO write the base sites that the zoo keeps (webpack, vite) into this directory, and stop
Exit code: 0 if every verdict is as expected, 1 if one differs, 2 for a usage error, 3 if a tool could not be built.`;

const { values: options, positionals: wanted } = parsed();

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        cache: { type: 'string', default: path.join(root, 'target/real-builds') },
        list: { type: 'boolean' },
        docs: { type: 'boolean' },
        'no-docs': { type: 'boolean' },
        resume: { type: 'boolean' },
        update: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}

if (options.help) {
  console.log(usage);
  process.exit(0);
}

const rows = [];
const unbuilt = [];
const tools = await load();
if (options.list) {
  for (const tool of tools) for (const variant of tool.variants) console.log(`${tool.id}/${variant.name}`);
  process.exit(0);
}
if (options.update) {
  await update(path.resolve(options.update));
  process.exit(0);
}
await prepareSmoke(root);
for (const tool of tools) {
  const kept = options.resume ? earlier(tool) : undefined;
  if (kept) rows.push(...kept);
  else await tryTool(tool);
}
const docs = options.docs || (wanted.length === 0 && !options['no-docs']);
if (docs) {
  await mkdir(path.join(root, 'docs'), { recursive: true });
  await writeFile(path.join(root, 'docs/real-builds.md'), await report(root, rows, unbuilt));
}
const wrong = rows.filter((row) => !row.right);
console.log(`\n${rows.length} runs, ${wrong.length} not as expected, ${unbuilt.length} not built`);
for (const row of wrong) console.log(`  ${line(row)}\n      ${row.why}`);
for (const { id, error } of unbuilt) console.log(`  ${id}: ${error}`);
process.exit(wrong.length > 0 ? 1 : unbuilt.length > 0 ? 3 : 0);

async function load() {
  const all = [];
  for (const id of readdirSync(path.join(here, 'tools')).sort()) {
    const file = path.join(here, 'tools', id, 'variants.mjs');
    if (!existsSync(file)) continue;
    for (const tool of (await import(file)).default) all.push({ ...tool, folder: path.join(here, 'tools', id) });
  }
  if (wanted.length === 0) return all;
  const chosen = all
    .map((tool) => ({
      ...tool,
      variants: tool.variants.filter((v) => wanted.includes(tool.id) || wanted.includes(`${tool.id}/${v.name}`)),
    }))
    .filter((tool) => tool.variants.length > 0);
  if (chosen.length === 0) {
    console.error(`no such tool or variant: ${wanted.join(', ')}; try --list`);
    process.exit(2);
  }
  return chosen;
}

/** What a tool's last whole run gave, if Smoke Runner has not been built anew since. */
function earlier(tool) {
  const file = path.join(options.cache, tool.id, 'rows.json');
  const isValid = existsSync(file) && statSync(file).mtimeMs > statSync(path.join(root, 'target/smoke-runner.jar')).mtimeMs;
  return isValid ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

async function tryTool(tool) {
  const first = rows.length;
  try {
    const builder = await Builder.install(tool, path.join(here, 'app'), options.cache);
    for (const variant of tool.variants) {
      await tryVariant(tool, variant, builder).catch((error) => notBuilt(`${tool.id}/${variant.name}`, error));
    }
    if (wanted.length === 0) await writeFile(path.join(options.cache, tool.id, 'rows.json'), JSON.stringify(rows.slice(first)));
  } catch (error) {
    notBuilt(tool.id, error);
  }
}

function notBuilt(id, error) {
  unbuilt.push({ id, error: error.message.split('\n')[0] });
  console.log(`${id}: not built: ${error.message}`);
}

async function tryVariant(tool, variant, builder) {
  const site = await builder.make(variant);
  for (const [place, expected] of Object.entries(variant.on)) {
    const result = await lookAt(site, place, variant);
    const row = { tool: tool.title, version: builder.version, variant: variant.name, done: variant.done, place };
    Object.assign(row, judge(result, expected));
    rows.push(row);
    console.log(row.right ? line(row) : `${line(row)}\n      ${row.why}`);
  }
}

async function lookAt(site, place, variant) {
  if (place === 'package') return look(root, ['--target', site.dir]);
  const server = await serve(site.dir, { store: place, at: variant.at ?? '/', types: variant.types ?? {} });
  try {
    return await look(root, [server.url]);
  } finally {
    await server.close();
  }
}

/** Writes the healthy builds of the tools that the zoo keeps. */
async function update(zoo) {
  for (const tool of tools.filter((t) => t.zoo)) {
    const builder = await Builder.install(tool, path.join(here, 'app'), options.cache);
    const site = await builder.make({ name: 'zoo', env: { MINIFY: 'yes' } });
    await site.copyTo(path.join(zoo, tool.id));
    console.log(`${tool.id} -> ${path.join(zoo, tool.id)}`);
  }
}
