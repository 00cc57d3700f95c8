import { expect, test } from 'vitest';
import type { Finding, Verdict } from '../../src/finding/finding.ts';
import { requireBump } from '../../src/policy/version-bump.ts';

const at = { uri: 'a.yaml', start: { line: 0, character: 0 }, end: { line: 0, character: 1 }, pointer: '/info/version' };

function change(backward: Verdict, forward: Verdict): Finding {
  return {
    ...{ kind: 'change', ruleId: 'any', severity: 'info', message: 'm', data: {}, at, related: [], fingerprint: 'f' },
    ...{ impact: { backward, forward }, verdict: backward },
  } as const;
}

const CHANGES = { major: [change('breaking', 'compatible')], minor: [change('compatible', 'breaking')], patch: [change('compatible', 'compatible')], none: [] };

const STILL = /is still/;
const ONLY = /went only/;
const BACK = /backwards/;

test.each([
  // SemVer, items 6 to 8
  ['1.2.0', '1.2.1', 'major', ONLY],
  ['1.2.0', '1.3.0', 'major', ONLY],
  ['1.2.0', '2.0.0', 'major', undefined],
  ['1.2.0', '1.2.1', 'minor', ONLY],
  ['1.2.0', '1.3.0', 'minor', undefined],
  ['1.2.0', '2.0.0', 'minor', undefined],
  ['1.2.0', '1.2.0', 'major', STILL],
  ['1.2.0', '1.2.0', 'minor', STILL],
  ['1.2.0', '1.2.0', 'patch', undefined],
  ['1.2.0', '1.2.0', 'none', undefined],
  ['1.9', '1.10', 'minor', undefined],
  ['v1.2.0', '2.0.0', 'major', undefined],
  ['1.2.0', '1.2.0+build.2', 'minor', ONLY],
  // item 4: anything may change in 0.y.z, but under another version
  ['0.1.0', '0.1.1', 'major', undefined],
  ['0.1.0', '0.1.0', 'major', STILL],
  ['0.9.0', '1.0.0', 'major', undefined],
  // items 9 and 11: before a release
  ['2.0.0-rc.1', '2.0.0-rc.2', 'major', undefined],
  ['2.0.0-rc.9', '2.0.0-rc.10', 'major', undefined],
  ['2.0.0-rc.1', '2.0.0', 'major', undefined],
  ['1.2.0', '2.0.0-alpha', 'major', undefined],
  ['1.2.0', '1.3.0-alpha', 'major', ONLY],
  ['2.0.0-rc.1', '2.0.0-beta.3', 'none', BACK],
  ['2.0.0-alpha.1', '2.0.0-alpha', 'none', BACK],
  ['2.0.0-a', '2.0.0-1', 'none', BACK],
  ['2.0.0', '2.0.0-rc.1', 'none', BACK],
  // dates
  ['2026-11-25', '2026-11-25', 'minor', STILL],
  ['2026-11-25', '2026-11-26', 'major', undefined],
  ['2026-11-25', '20261125', 'major', ONLY],
  ['20261126', '20261125', 'none', BACK],
  ['2026-11-25-preview', '2026-11-25', 'major', undefined],
  ['2026-11-25', '2026-11-25-preview', 'none', BACK],
  // numbers; eight digits that are no day are a number
  ['v7', 'v7', 'major', STILL],
  ['v7', '8', 'major', undefined],
  ['10', '9', 'none', BACK],
  ['20261340', '20261341', 'major', undefined],
  // two schemes have no order; an unknown form has only to differ
  ['v7', '2026-11-25', 'major', undefined],
  ['2026-11-25', 'v7', 'major', undefined],
  ['1.0.0', '2026-11-25', 'major', undefined],
  ['2026-11-25', '1.0.0', 'major', undefined],
  ['green', 'green', 'minor', STILL],
  ['green', 'blue', 'major', undefined],
  ['01.2.0', '01.2.0', 'major', STILL],
] as const)('%s → %s with changes that need %s', (base, head, needs, expected) => {
  const findings: readonly Finding[] = CHANGES[needs];
  const told = requireBump(findings, { base, head, at });
  expect(told.map(({ message }) => message)).toEqual(expected ? [expect.stringMatching(expected)] : []);
});

test.each([
  ['semver', '2026-11-26', 'patch', ['The version `2026-11-26` is no semantic version, which versions are here by the version policy.']],
  ['semver', '1.0.1', 'patch', []],
  ['date', '2', 'patch', [expect.stringContaining('is no date')]],
  ['sequence', '1.0.0', 'patch', [expect.stringContaining('is no number')]],
  ['sequence', '1.0.0', 'none', []],
  ['none', '1.0.0', 'major', []],
] as const)('the version policy %s with a head %s', (policy, head, needs, expected) => {
  expect(requireBump(CHANGES[needs], { base: '1.0.0', head, at }, policy).map(({ message }) => message)).toEqual(expected);
});

test('very long digits end quickly', () => {
  const long = '9'.repeat(100_000);
  expect(requireBump(CHANGES.none, { base: long, head: '1', at })).toEqual([]);
});
