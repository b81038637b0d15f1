// What a variant should come to, and whether it did.
import { toPattern } from './glob.mjs';

export const pass = { verdict: 'pass' };

/** A fail whose first finding is of one of these checks (separated by |) and about this subject (a glob). */
export function fail(checks, subject = '*') {
  return { verdict: 'fail', checks: checks.split('|'), subject };
}

export function judge(result, expected) {
  const first = result.findings?.[0];
  const row = {
    verdict: result.verdict,
    expected: words(expected),
    first: first ? `${first.check} [${first.impact}] ${short(first.subject)}: ${first.message}` : '',
    findings: (result.findings ?? []).map((f) => `${f.check} [${f.impact}] ${short(f.subject)}: ${f.message}`),
    reason: result.reason ?? '',
  };
  row.why = difference(result, first, expected);
  row.right = row.why === '';
  return row;
}

function difference(result, first, expected) {
  const found = result.reason ?? (result.findings ?? []).map((f) => `${f.check} ${f.subject}: ${f.message}`).join('; ');
  if (result.verdict !== expected.verdict) return `expected ${words(expected)}, got ${result.verdict}: ${found}`;
  if (expected.verdict === 'pass') return '';
  if (!expected.checks.includes(first.check) || !toPattern(expected.subject).test(first.subject)) {
    return `expected first ${words(expected)}, got ${first.check} ${first.subject}: ${first.message}`;
  }
  const grave = result.findings.filter((f) => f.impact <= 3).length;
  return grave > 3 ? `${grave} findings for one cause: ${found}` : '';
}

function words(expected) {
  return expected.verdict === 'pass' ? 'pass' : `fail: ${expected.checks.join(' or ')} ${expected.subject}`;
}

function short(subject) {
  return subject.replace(/^http:\/\/127\.0\.0\.1:\d+/, '');
}
