// Contenders take turns, each once per round: what disturbs the machine disturbs all of them, and ratios are of one round.
import { run } from './process.mjs';

/**
 * Runs contenders `{name: contender}` in rounds and gives rows `{who, values, mib}` with a value per round: its milliseconds, or
 * what the contender's own `value` makes of a run. One that is missing or fails is a row `{who, trouble}` and does not keep the
 * others from running.
 */
export async function inPairs(rounds, contenders) {
  const rows = Object.entries(contenders).map(([who, contender]) =>
    ({ who, contender, values: [], trouble: contender.missing }));
  // The first round fills the caches of the disk; its times are not kept, so it is the one that watches the memory.
  for (let round = 0; round <= rounds; round++) {
    for (const row of rows.filter(({ trouble }) => !trouble)) {
      try {
        const ran = await run(row.contender, { memory: round === 0 });
        if (round === 0) row.mib = ran.mib;
        else row.values.push(row.contender.value?.(ran) ?? ran.ms);
      } catch (failure) {
        row.trouble = failure.message;
      }
    }
  }
  return rows.map(({ who, values, mib, trouble }) => (trouble ? { who, trouble } : { who, values, mib }));
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** The median of the ratios of two rows in each round, with the least and the most; nothing where one could not run. */
export function ratio(row, base) {
  if (!row?.values || !base?.values) return undefined;
  const all = row.values.map((value, round) => value / base.values[round]);
  return { median: median(all), least: Math.min(...all), most: Math.max(...all) };
}
