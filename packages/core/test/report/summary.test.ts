import { expect, test } from 'vitest';
import { type Finding, proofLine, type Report, summaryOf, verdictLine } from '../../src/index.ts';
import { changeOf, reportOf } from './sample.ts';

/** What the one sentence and the numbers of a report say. */

const accepted = { fingerprint: 'f', reason: 'r' };
const change = (verdict: 'breaking' | 'dangerous' | 'compatible', more: Partial<Finding> = {}) => changeOf({ verdict, ...more });
const other = (severity: Finding['severity'], kind: Finding['kind'] = 'rule', more: Partial<Finding> = {}): Finding => ({
  ...changeOf({ kind, severity }),
  verdict: 'breaking',
  ...more,
});
const times = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

const FINDINGS: readonly Finding[] = [
  ...times(1, () => change('breaking')),
  ...times(2, () => change('dangerous', { severity: 'error' })),
  ...times(3, () => change('compatible', { severity: 'warn' })),
  ...times(4, () => change('breaking', { accepted })),
  ...times(5, () => change('breaking', { suppressed: '' })),
  ...times(3, () => other('error', 'problem')),
  ...times(3, () => other('error', 'policy')),
  ...times(7, () => other('warn')),
  ...times(4, () => other('info')),
  ...times(4, () => other('hint')),
  ...times(9, () => other('off')),
  ...times(10, () => other('error', 'rule', { inBase: true })),
];

test('changes are counted by verdict, everything else by severity, and what is known apart', () => {
  const { summary } = reportOf(FINDINGS);
  expect(summary).toEqual({ breaking: 1, dangerous: 2, compatible: 3, accepted: 4, suppressed: 5, inBase: 10, baseline: 0, errors: 6, warnings: 7, infos: 8 });
  expect(summaryOf([])).toEqual({
    breaking: 0,
    dangerous: 0,
    compatible: 0,
    accepted: 0,
    suppressed: 0,
    inBase: 0,
    baseline: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
  });
});

const line = (findings: readonly Finding[], more: Partial<Report> = {}) => verdictLine(reportOf(findings, more));
const COMPARED = { uri: 'a', compared: true, proved: 0, undecided: 0 };
const LINTED = { ...COMPARED, compared: false };

test('the sentence says all of it, and nothing that there is not', () => {
  expect(line(FINDINGS)).toBe(
    '1 breaking, 2 dangerous and 3 compatible changes; 4 accepted; 6 errors, 7 warnings, 8 notes. 10 in the base already. 5 suppressed.',
  );
  expect(line([other('error')], { contracts: [LINTED] })).toBe('1 error, 0 warnings, 0 notes.');
  expect(line([other('warn')], { contracts: [LINTED, COMPARED] })).toBe('0 breaking, 0 dangerous and 0 compatible changes; 0 errors, 1 warning, 0 notes.');
  expect(line([other('hint')], { contracts: [LINTED] })).toBe('0 errors, 0 warnings, 1 note.');
  expect(line([change('breaking')], { contracts: [LINTED] })).toBe('1 breaking, 0 dangerous and 0 compatible changes.');
  expect(line([change('dangerous')], { contracts: [LINTED] })).toBe('0 breaking, 1 dangerous and 0 compatible changes.');
  expect(line([change('compatible')], { contracts: [LINTED] })).toBe('0 breaking, 0 dangerous and 1 compatible changes.');
  expect(line([change('breaking', { accepted })], { contracts: [LINTED] })).toBe('1 accepted.');
});

test('nothing found is nothing found, unless something could not be checked', () => {
  expect(line([])).toBe('No findings.');
  expect(line([], { summary: { ...summaryOf([]), suppressed: 1, baseline: 2 } })).toBe('No findings. 1 suppressed. 2 in the baseline.');
  expect(line([], { summary: { ...summaryOf([]), inBase: 1, baseline: 1 } })).toBe('No findings. 1 in the base already. 1 in the baseline.');
  expect(line([other('error')], { contracts: [], failures: [{ message: 'm' }] })).toBe('1 error, 0 warnings, 0 notes; 1 thing could not be checked.');
  expect(line([], { contracts: [], failures: [{ message: 'm' }] })).toBe('1 thing could not be checked.');
  expect(line([], { failures: [{ message: 'm' }, { message: 'n' }] })).toBe('0 breaking, 0 dangerous and 0 compatible changes; 2 things could not be checked.');
});

test('how much was proved is said where there was something to prove', () => {
  const contracts = (...all: readonly (readonly [number, number])[]) =>
    reportOf([], { contracts: all.map(([proved, undecided]) => ({ ...COMPARED, proved, undecided })) });
  expect(proofLine(contracts([2, 1], [3, 4]))).toBe('Of 10 schema changes, 5 were decided by proof, 5 could not be.');
  expect([proofLine(contracts([1, 0])), proofLine(contracts([0, 1])), proofLine(contracts([0, 0])), proofLine(contracts())]).toEqual([
    'Of 1 schema changes, 1 were decided by proof, 0 could not be.',
    'Of 1 schema changes, 0 were decided by proof, 1 could not be.',
    '',
    '',
  ]);
});
