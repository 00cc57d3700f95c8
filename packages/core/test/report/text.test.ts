import { expect, test } from 'vitest';
import { toText } from '../../src/index.ts';
import { changeOf, reportOf } from './sample.ts';

test('a breaking change, line by line', () => {
  const affects = ['GET /a', 'GET /b', 'GET /c', 'GET /d', 'GET /e'];
  expect(toText(reportOf([changeOf({ affects, reason: 'It is refused.' })])).split('\n')).toEqual([
    'api/a.yaml',
    '  5:7      breaking  The value `archived` of `Status` was removed.  enum-value-removed',
    '           before: api/a.yaml:4:1 in base',
    '           proof: {"status":"archived"} was accepted by base and is rejected by head (POST /orders request body)',
    '           affects: GET /a, GET /b, GET /c and 2 more',
    '           why: It is refused.',
    '           what to do: Keep the value.',
    '',
    'api/a.yaml: compared with main (1234567, merge base)',
    'Of 4 schema changes, 3 were decided by proof, 1 could not be.',
    '1 breaking, 0 dangerous and 0 compatible changes.',
    '',
  ]);
});

test('a proof that runs the other way says so', () => {
  const witness = { value: null, boundary: 'GET /a response 200', acceptedBy: 'head', rejectedBy: 'base' } as const;
  expect(toText(reportOf([changeOf({ witness })]))).toContain('proof: null is possible in head and was not accepted by base (GET /a response 200)');
});

test('grouped by file, also when the findings of a file are apart', () => {
  const at = { ...changeOf().at, uri: 'api/b.yaml' };
  const lines = toText(reportOf([changeOf(), changeOf({ at }), changeOf()])).split('\n');
  expect(lines.filter((line) => /^api\/.\.yaml$/.test(line))).toEqual(['api/a.yaml', 'api/b.yaml']);
});

test('columns are UTF-16 units, whatever stands before them', () => {
  const column = 'x: "\u20ac\u{1F600}", y'.indexOf('y');
  const at = { ...changeOf().at, start: { line: 0, character: column }, end: { line: 0, character: column + 1 } };
  expect(toText(reportOf([changeOf({ at })]))).toContain('  1:11 ');
});

test('colour is on the words of verdict and severity only, and only if asked for', () => {
  const report = reportOf([changeOf(), changeOf({ kind: 'rule', severity: 'warn', verdict: undefined as never })]);
  const escapes = /\u001b\[\d+m/g;
  expect(toText(report)).not.toMatch(escapes);
  expect(toText(report, { color: true }).match(/\u001b\[\d+m[^\u001b]*\u001b\[0m/g)).toEqual(['\u001b[31mbreaking\u001b[0m', '\u001b[33mwarn\u001b[0m']);
  expect(toText(report, { color: true }).replaceAll(escapes, '')).toBe(toText(report));
});

test('nothing to tell, and nothing that could be checked', () => {
  expect(toText(reportOf([], { contracts: [] }))).toBe('No findings.\n');
  expect(toText(reportOf([], { contracts: [], failures: [{ message: '`x` does not exist.' }] }))).toBe(
    'could not check: `x` does not exist.\n1 thing could not be checked.\n',
  );
});
