// The table on the terminal and in the docs.
import { execFileSync } from 'node:child_process';

export function line(row) {
  const mark = row.right ? 'right' : 'WRONG';
  const tail = row.findings.length > 0 ? `  ${row.first}` : '';
  return `${mark}  ${row.tool} ${row.version} / ${row.variant} (${row.place}): ${row.verdict}${tail}`;
}

export async function report(root, rows, unbuilt) {
  const right = rows.filter((row) => row.right).length;
  const healthy = rows.filter((row) => row.expected === 'pass');
  const passed = healthy.filter((row) => row.verdict === 'pass').length;
  const broken = rows.filter((row) => row.expected !== 'pass');
  const failed = broken.filter((row) => row.verdict === 'fail').length;
  return `# Real builds

Small pages, built with the real npm tools, healthy and with the classic mistakes of each, and what \`smoke run\` says about
them without any configuration. \`bench/real-builds/run\` makes this page; the sources are beside it.

Made on ${new Date().toISOString().slice(0, 10)} with Node ${process.version.slice(1)}, npm ${said('npm', ['--version'])}, ${browser()}, Smoke Runner ${said(`${root}/smoke`, ['--version']).replace('smoke ', '')}.

- ${healthy.length} runs on healthy builds: ${passed} passed.
- ${broken.length} runs on broken builds: ${failed} failed as they must.
- ${right} of ${rows.length} with the right verdict, and for a fail the culprit first.

*Where*: \`package\` is the built directory (\`--target DIR\`); the others are live servers on loopback: \`s3\` answers 403 for a
missing key, \`404\` answers 404 with a page, \`spa\` answers 200 with index.html.

| tool | variant | what was done | where | verdict | first finding | right |
|---|---|---|---|---|---|---|
${rows.map(cells).join('\n')}
${unbuilt.length === 0 ? '' : `\nNot built here:\n\n${unbuilt.map(({ id, error }) => `- ${id}: ${cell(error)}`).join('\n')}\n`}`;
}

function cells(row) {
  const first = row.first || (row.verdict === 'pass' ? '' : row.reason);
  const texts = [`${row.tool} ${row.version}`, row.variant, row.done, row.place, row.verdict, cell(first), row.right ? 'yes' : '**no**'];
  return `| ${texts.join(' | ')} |`;
}

function cell(text) {
  const plain = text.replace(/\s+/g, ' ').replace(/[|<>`*_[\]\\]/g, (c) => `\\${c}`);
  return plain.length > 180 ? `${plain.slice(0, 177).replace(/\\+$/, '')}...` : plain;
}

function browser() {
  for (const name of ['chromium', 'google-chrome', 'chrome']) {
    const version = said(name, ['--version']);
    if (version) return version.split(/ (?:built|on)/)[0].trim();
  }
  return 'an unnamed browser';
}

function said(program, args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n')[0];
  } catch {
    return '';
  }
}
