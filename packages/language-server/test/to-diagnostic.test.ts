import type { Finding } from '@breakwater/core';
import { expect, test } from 'vitest';
import { toDiagnostic } from '../src/index.ts';

const at = { uri: 'a.yaml', start: { line: 2, character: 4 }, end: { line: 2, character: 9 }, pointer: '/paths' };
const finding: Finding = { kind: 'rule', ruleId: 'some-rule', severity: 'warn', message: 'A `fact`.', data: {}, at, related: [], fingerprint: '0123' };
const places = { headUri: (uri: string) => `file:///w/${uri}`, baseUri: () => undefined, helpUri: () => undefined, markOf: () => undefined };

test('a finding becomes a diagnostic, place for place', () => {
  expect(toDiagnostic(finding, places)).toEqual({
    range: { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } },
    severity: 2,
    code: 'some-rule',
    source: 'breakwater',
    message: 'A `fact`.',
    data: '0123',
  });
});

test.each([
  ['error', 1],
  ['warn', 2],
  ['info', 3],
  ['hint', 4],
] as const)('the severity %s is %i', (severity, expected) => {
  expect(toDiagnostic({ ...finding, severity }, places).severity).toBe(expected);
});

test('the page of a rule is linked, and marks that reorder text are shown', () => {
  const diagnostic = toDiagnostic({ ...finding, message: 'A `\u202efact`\u0007.' }, { ...places, helpUri: (id) => `https://example.com/${id}` });
  expect(diagnostic).toMatchObject({ message: 'A `\\u202efact`\\u0007.', codeDescription: { href: 'https://example.com/some-rule' } });
});

test('a place in the head is a place in its file, one in the base is told in words', () => {
  const other = { ...at, uri: 'b.yaml' };
  const related = [
    { message: 'See also here.', at: other, version: 'head' },
    { message: 'It was here before.', at: other, version: 'base' },
  ] as const;
  const [head, base] = toDiagnostic({ ...finding, related }, places).relatedInformation ?? [];
  expect(head).toMatchObject({ message: 'See also here.', location: { uri: 'file:///w/b.yaml' } });
  expect(base).toMatchObject({ message: 'It was here before: line 3 of b.yaml in the base.', location: { uri: 'file:///w/a.yaml' } });
});

test.each([
  ['unused', 1],
  ['deprecated', 2],
] as const)('what a rule marks as %s is shown so', (mark, tag) => {
  expect(toDiagnostic(finding, { ...places, markOf: () => mark }).tags).toEqual([tag]);
  expect(toDiagnostic({ ...finding, ofRuleset: true }, { ...places, markOf: () => mark }).tags).toBeUndefined();
});

test('what has been deprecated is shown so, and what no longer is, is not', () => {
  const lifecycle = { deprecated: true, of: 'head' } as const;
  expect(toDiagnostic({ ...finding, lifecycle }, places).tags).toEqual([2]);
  expect(toDiagnostic({ ...finding, lifecycle: { ...lifecycle, deprecated: false } }, places).tags).toBeUndefined();
  expect(toDiagnostic({ ...finding, lifecycle: { ...lifecycle, of: 'base' } }, places).tags).toBeUndefined();
});
