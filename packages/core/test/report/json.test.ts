import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { type ContractReport, type Finding, type Report, toJson } from '../../src/index.ts';
import { changeOf, NASTY, nastyReport, reportOf } from './sample.ts';

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false }).compile(schema);

/** Every member that a finding in a report can have; the compiler holds it to be so. */
const FULL_FINDING: Required<Omit<Finding, 'suppressed' | 'within'>> = {
  ...(changeOf() as Required<Finding>),
  ...{ audiences: { wire: 'breaking' }, lifecycle: { deprecated: true, sunset: '2026-12-31', of: 'base', successor: 's' }, stability: 'beta', excused: 'e' },
  ...{ accepted: { fingerprint: 'f', reason: 'r', by: 'b', until: '2026-12-31' }, inBase: true, comparedWith: 'c', unproved: 'u', caveat: 'c' },
  ...{ ofRuleset: true, fixable: true, reason: 'r', advice: 'a', migration: 'm' },
};
const FULL_CONTRACT: Required<ContractReport> = {
  ...{ uri: 'a', format: 'f', base: 'b', compared: true, state: 'moved', previously: 'o', proved: 1, undecided: 0 },
  ...{ needs: 'minor', versions: { base: '1.0.0', head: '1.1.0' }, raised: true },
};

const FULL: Required<Report> = reportOf([FULL_FINDING, changeOf({ kind: 'rule', severity: 'hint', data: { list: [1, null] } })], {
  contracts: [FULL_CONTRACT, { uri: 'b', compared: false, proved: 0, undecided: 0 }],
  failures: [{ uri: 'c', message: 'm' }, { message: 'n' }],
  notes: ['n'],
  run: {
    failed: true,
    head: 'a'.repeat(40),
    base: 'b'.repeat(64),
    pullRequest: { number: 7, head: 'c'.repeat(40) },
    shard: { index: 1, of: 2, contracts: 'd'.repeat(64), unused: [FULL_FINDING], unmatched: ['u'] },
  },
}) as Required<Report>;

test.each([
  ['full', FULL],
  ['empty', reportOf([], { contracts: [] })],
  ['hostile', nastyReport('`@x\u202e')],
])('a report follows its schema: %s', (_name, report) => {
  expect([validate(JSON.parse(toJson(report))), validate.errors]).toEqual([true, null]);
});

test('the schema takes nothing that it does not know', () => {
  const wrong = JSON.parse(toJson(FULL));
  wrong.findings[0].more = 1;
  expect(validate(wrong)).toBe(false);
});

test('every member is described', () => {
  const silent: string[] = [];
  const walk = (part: unknown, path: string): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [name, member] of Object.entries((part as { properties?: object }).properties ?? {}))
      if (typeof member.description !== 'string') silent.push(`${path}/${name}`);
    for (const [name, member] of Object.entries(part)) walk(member, `${path}/${name}`);
  };
  walk(schema, '#');
  expect(silent).toEqual([]);
});

test('nothing is lost or changed, whatever it holds', () => {
  for (const report of [FULL, ...NASTY.map(nastyReport)]) {
    const { $schema: _schema, ...read } = JSON.parse(toJson(report));
    expect(read).toEqual(report);
  }
});

test('equal reports give equal bytes, in whatever order they were built', () => {
  const backwards = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(backwards);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, key === 'data' || key === 'value' ? member : backwards(member)]),
    );
  };
  expect(toJson(backwards(FULL) as typeof FULL)).toBe(toJson(FULL));
});

test('a member that this file does not know yet is kept', () => {
  const finding = { ...changeOf(), later: 1 } as Finding;
  expect(JSON.parse(toJson(reportOf([finding]))).findings[0].later).toBe(1);
});
