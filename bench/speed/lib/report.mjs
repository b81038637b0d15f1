// docs/speed.md, from what was measured last of each scene.
import { median, ratio } from './pairs.mjs';
import { duration, goals, memory, told, whole } from './reading.mjs';
import { SCENES } from './scenes.mjs';

export function report(results, changes) {
  const scenes = Object.entries(SCENES).filter(([name]) => results[name]);
  const machines = new Set(scenes.map(([name]) => results[name].machine));
  const parts = scenes.map(([name, scene]) => `## ${scene.title}\n\n${scene.about}\n\n${section(scene, results[name], machines.size > 1)}`);
  return `# Speed

Whole processes from the shell, in pairs: each contender once per round, so that what disturbs the machine disturbs all of
them. Ratios are medians of the ratios within a round, with the least and the most; only they mean anything on another machine.
Memory is the most that all processes of a run held at once, pages that they share counted for each.
\`bench/speed/run --docs\` makes this page; [bench/speed](../bench/speed/README.md) says how.
${machines.size === 1 ? `\nThe machine and the programs: ${[...machines]}.\n` : ''}
${parts.join('\n')}
## What brought it

${table(['what was measured', 'before', 'after', 'what brought it'], changes.map(({ measured, before, after, what }) => [measured, before, after, what]))}`;
}

function section(scene, { date, rounds, machine, rows, series }, isOneOfSome) {
  const [body, sentences] = scene.isGrowth ? grown(series) : [compared(scene, rows), goals(scene, rows)];
  const said = scene.isGrowth ? sentences.map((each) => `- ${each}\n`).join('') : sentences.length > 0 ? `Smoke Runner: ${sentences.join(', ')}.\n` : '';
  const when = `Measured on ${date} in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}${isOneOfSome ? `; ${machine}` : ''}.\n`;
  return [body, said, when].filter(Boolean).join('\n');
}

function compared({ unit }, rows) {
  const measure = rows[0];
  return table(['who', unit ?? 'median', `of ${measure.who}`, 'memory'], rows.map((row) => {
    if (row.trouble) return [row.who, `could not run: ${plain(row.trouble)}`, '', ''];
    const value = median(row.values);
    return [row.who, unit ? whole(value) : duration(value), of(ratio(row, measure)), row.mib ? memory(row.mib) : ''];
  }));
}

function of(share) {
  if (!share) return '';
  return share.least === share.most ? share.median.toFixed(2)
    : `${share.median.toFixed(2)} (${share.least.toFixed(2)} to ${share.most.toFixed(2)})`;
}

function grown(series) {
  const rows = series.flatMap(({ what, how, points }) => points.map(({ n, ms, mib, runs, trouble }) =>
    [what, how, whole(n), trouble ? `could not run: ${plain(trouble)}` : duration(ms), mib ? memory(mib) : '', runs ?? '']));
  const picture = '![Time and memory of Smoke Runner against what it looks at, on logarithmic axes](growth.svg)\n';
  return [`${picture}\n${table(['what', 'how', 'how many', 'median', 'memory', 'runs'], rows)}`, series.map(told)];
}

/** What a program said, so that no table breaks by it. */
function plain(words) {
  return words.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  return [head, head.map(() => '---'), ...rows].map(line).join('');
}
