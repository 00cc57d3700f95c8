import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Finding, summaryOf, toJson } from '@breakwater/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readReports } from '../src/merge/read-reports.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const place = { uri: 'a.yaml', start: { line: 0, character: 0 }, end: { line: 0, character: 1 }, pointer: '' };
const finding = (i: number, value: unknown = i): Finding => ({
  ...{
    kind: 'rule',
    ruleId: 'some-rule',
    severity: 'warn',
    message: `Number ${i} "quoted" \\ [[[[{{{{`,
    data: { value },
    at: place,
    related: [],
    fingerprint: `f${i}`,
  },
});
const reportOf = (findings: readonly Finding[]) => ({
  ...{ tool: { name: 'breakwater', version: '0' } as const, contracts: [], findings, summary: summaryOf(findings), failures: [] },
  run: { failed: false, head: 'a'.repeat(40) },
});
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
/** So many lists within each other. */
const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 0);

test('a glob that names no file is refused: nobody would miss what is missing', () => {
  write('a.txt', 'no report');
  for (const pattern of ['*.json', 'sub/**']) expect(() => readReports(pattern, folder)).toThrow('no file matches the input `merge`.');
});

test('every report that a glob names is read, in the order of their names', () => {
  mkdirSync(join(folder, 'sub'));
  write('sub/b.json', toJson(reportOf([])));
  write('a.json', toJson(reportOf([finding(1)])));
  write('c.txt', 'no report');
  expect(readReports('**/*.json', folder).map(({ findings }) => findings.length)).toEqual([1, 0]);
  expect(readReports(join(folder, 'a.json'), '/').map(({ findings }) => findings.length)).toEqual([1]);
});

test('a long report is not a deep one, whatever its texts hold', () => {
  write('a.json', toJson(reportOf(Array.from({ length: 300 }, (_, i) => finding(i)))));
  expect(readReports('a.json', folder)[0]?.findings).toHaveLength(300);
});

test('a hundred levels are read, and no more', () => {
  // The report, its findings, a finding and its data are four of them.
  write('a.json', toJson(reportOf([finding(1, nested(96))])));
  expect(readReports('a.json', folder)).toHaveLength(1);
  write('a.json', toJson(reportOf([finding(1, nested(97))])));
  expect(() => readReports('a.json', folder)).toThrow('`a.json` is nested too deep for a report.');
});

test('the first mistake is told with its place', () => {
  write('a.json', toJson(reportOf([])).replace('"failed": false', '"failed": "no"'));
  expect(() => readReports('a.json', folder)).toThrow('`a.json` is no report of a run of this action: `/run/failed` must be boolean.');
  write('a.json', '[]');
  expect(() => readReports('a.json', folder)).toThrow('`a.json` is no report of a run of this action: `/` must be object.');
});

test('a thousand reports are folded, and no more', () => {
  for (let i = 0; i < 1_001; i++) write(`${i}.json`, '{}');
  expect(() => readReports('*.json', folder)).toThrow('the input `merge` matches 1001 files; at most 1000 are folded.');
  rmSync(join(folder, '0.json'));
  expect(() => readReports('*.json', folder)).toThrow('is no report');
});
