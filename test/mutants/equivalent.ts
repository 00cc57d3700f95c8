import type { Mutant } from './plant.ts';

/** `within` is a part of the line, where the same words elsewhere are not the same bug. */
type Same = Pick<Mutant, 'file' | 'from' | 'to'> & { readonly within?: string; readonly reason: string };

const CLEAN = 'packages/core/src/report/clean-text.ts';
const BAR = 'packages/core/src/policy/bar.ts';
const CONCLUSION = 'packages/core/src/config/conclusion.ts';

/** Mutants that no test can notice since they do the same. */
const EQUIVALENT: readonly Same[] = [
  { file: CLEAN, from: '2', to: '3', within: 'most * 2 + 2', reason: 'A longer look at the text finds the same first characters.' },
  ...[
    ["'%0D'", '""'],
    ["text.replaceAll('%', '%25').replaceAll('\\r', '%0D')", "text.replaceAll('%', '%25').replace('\\r', '%0D')"],
  ].map(([from = '', to = '']) => ({
    ...{ file: 'packages/core/src/report/github.ts', from, to, reason: 'The cleaner has been there before: no carriage return is left.' },
  })),
  ...[
    ["''", '"mutant"'],
    ["ENTITIES[character] ?? ''", '(ENTITIES[character])'],
  ].map(([from = '', to = '']) => ({
    ...{ file: 'packages/core/src/report/html-text.ts', from, to, within: 'ENTITIES[character]' },
    reason: 'Each mark of the pattern has its entity.',
  })),
  { file: 'packages/action/src/shard.ts', from: '1', to: '2', within: '? -1 : 1', reason: 'Only the sign of an order counts.' },
  ...[
    {
      from: '/www|http|ftp|mailto|xmpp|:.*:|[\\da-f]{7}/i',
      to: '/www|http|ftp|mailto|xmpp|:.*:|[a-f]{7}/i',
      reason: 'A word with a digit is none of letters anyway.',
    },
    { from: "/[^\\p{L}\\p{N} .,;'()?!…-]/gu", to: "/[^\\p{L}\\p{N}.,;'()?!…-]/gu", reason: 'A word has no spaces.' },
  ].map((one) => ({ file: 'packages/core/src/report/code-span.ts', ...one })),
  ...['SEVERITIES.indexOf(severity)', 'SEVERITIES.indexOf(bar.rules)', "VERDICTS.indexOf(verdict ?? 'compatible')", 'VERDICTS.indexOf(bar.changes)'].map(
    (from) => ({ file: BAR, from, to: from.replace('indexOf', 'lastIndexOf'), reason: 'Each word is once in the list.' }),
  ),
  ...["'off'", "'hint'"].map((from) => ({ file: BAR, from, to: '""', reason: 'What is not in the list is below every bar, as these are.' })),
  ...[
    ["'any'", '""'],
    ["bar.changes === 'any'", 'false'],
  ].map(([from = '', to = '']) => ({ file: BAR, from, to, within: "bar.changes === 'any'", reason: 'A word that is not in the list is below all that are.' })),
  { file: CONCLUSION, from: 'terms?.bar ?? DEFAULT_BAR', to: '(terms?.bar)', reason: 'Where the bar is looked up, the usual one stands in for none.' },
  { file: CONCLUSION, from: 'contract?.uri ?? []', to: '(contract?.uri)', reason: 'No entry of a baseline is of a contract without a name.' },
  {
    ...{ file: CONCLUSION, from: 'answers.flatMap(({ contract }) => contract?.uri ?? [])', to: 'answers.map(({ contract }) => contract?.uri ?? [])' },
    reason: 'No entry of a baseline is of a contract without a name.',
  },
  ...[
    ['orderOf(b.form, a.form) ?? 0', '(orderOf(b.form, a.form))'],
    ['0', '1'],
  ].map(([from = '', to = '']) => ({
    ...{ file: 'packages/core/src/policy/releases-among.ts', from, to, within: 'orderOf(b.form, a.form) ?? 0' },
    reason: 'Versions of one scheme always have an order.',
  })),
  {
    ...{ file: 'packages/core/src/workspace/moved.ts', from: '1', to: '2', within: 'counts.set(part' },
    reason: 'Both sides are counted alike, and only the ratio is looked at.',
  },
  {
    ...{ file: 'packages/action/src/base/base-by-release.ts', from: 'release.assets.find((one) => one.name === asset)' },
    ...{ to: 'release.assets.findLast((one) => one.name === asset)', reason: 'GitHub takes no two assets of one name for a release.' },
  },
];

export function isEquivalent({ file, from, to, code }: Mutant): boolean {
  return EQUIVALENT.some((one) => one.file === file && one.from === from && one.to === to && code.includes(one.within ?? ''));
}
