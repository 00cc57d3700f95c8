import type { Outcome } from './outcome.ts';
import type { Score } from './score.ts';

export const HEADING = [
  'agreed: the verdict is the one that the suite expects; `dangerous` of them are breaks that it expects and that are told as dangerous.',
  'explained: it is another one, for the reason that test/conformance/<suite>.md gives.',
  'unstated: the suite expects nothing of the pair that could be compared.',
  '',
  rowOf(['suite', 'agreed', 'dangerous', 'explained', 'unexplained', 'unknown', 'unstated']),
].join('\n');

/** One row of the table, and below it everything that fails. */
export function printScore(score: Score): string {
  const { suite, agreed, dangerous, explained, unexplained, unknown, unstated } = score;
  const row = rowOf([suite, agreed.length, dangerous, explained.length, unexplained.length, unknown, unstated]);
  return [row, printFailures(score)].filter((text) => text !== '').join('\n');
}

/** Everything for which a run fails. */
export function printFailures({ unexplained, stale, bare }: Score): string {
  return [
    ...unexplained.map((one) => `  UNEXPLAINED ${caseText(one)}`),
    ...stale.map(({ id, expected, ours }) => `  STALE row: ${id} | ${expected} | ${ours}`),
    ...bare.map((one) => `  NO PROOF ${one.id}: ${one.bare.join(' ')}`),
  ].join('\n');
}

/** Every disagreement, explained or not, with all that we say. */
export function printDisagreements({ explained, unexplained }: Score): string {
  return [...explained.map(([outcome, ground]) => `  ${ground}: ${caseText(outcome)}`), ...unexplained.map((one) => `  UNEXPLAINED ${caseText(one)}`)].join(
    '\n',
  );
}

function caseText({ id, expected, ours, told }: Outcome): string {
  return [`${id}: expected ${expected}, ours ${ours}`, ...told.map((line) => `      ${line}`)].join('\n');
}

function rowOf([first, ...others]: readonly (string | number)[]): string {
  return String(first).padEnd(28) + others.map((cell) => String(cell).padStart(12)).join('');
}
