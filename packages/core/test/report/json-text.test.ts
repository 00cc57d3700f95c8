import { expect, test } from 'vitest';
import { jsonPieces, jsonText, wellFormedJson } from '../../src/report/json-text.ts';

test.each([
  ['a control', 'a\u0001b', '"a\\u0001b"'],
  ['a C1 control', 'a\u009bb\u009b', '"a\\u009bb\\u009b"'],
  ['a format character', 'a\u202eb\u200b', '"a\\u202eb\\u200b"'],
  ['a line separator', 'a\u2028b', '"a\\u2028b"'],
  ['a paragraph separator', 'a\u2029b', '"a\\u2029b"'],
  ['a workflow command', '##[error]a ##[error]b', '"#\\u0023[error]a #\\u0023[error]b"'],
  ['what cannot be told', undefined, 'null'],
  ['several members', { a: [1, 'b'] }, '{"a":[1,"b"]}'],
])('JSON that is safe in a log: %s', (_, value, json) => {
  expect([jsonText(value), wellFormedJson(value)]).toEqual([json, json]);
  if (value !== undefined) expect(JSON.parse(json)).toEqual(value);
});

test('lines between values stay, and those within them do not', () => {
  expect(jsonText({ a: 'x\ny' }, 2)).toBe('{\n  "a": "x\\ny"\n}');
  expect(wellFormedJson({ a: 'x\ny' }, 1)).toBe('{\n "a": "x\\ny"\n}');
});

test.each([
  {},
  { a: undefined, b: [], c: {}, d: null },
  { a: 1, b: [1, [2, 'x\ny'], { c: [] }], later: undefined, d: { e: { f: ['##[error]\u2028'] } } },
  { '"': [undefined, [undefined]] },
])('in pieces it is the same: %j', (object) => {
  for (const indent of [1, 2]) expect([...jsonPieces(object, indent)].join('')).toBe(jsonText(object, indent));
  // The key and the bracket, each item, and two brackets.
  for (const count of [1, 3]) expect([...jsonPieces({ a: Array.from({ length: count }, () => 0) }, 2)]).toHaveLength(count + 3);
});

test('a value may be replaced on its way', () => {
  expect(jsonText({ a: 1, b: 'x' }, 0, (_key, value) => (value === 1 ? 2 : value))).toBe('{"a":2,"b":"x"}');
});

test('a lone surrogate is kept as an escape, or replaced where some parsers refuse it', () => {
  expect([jsonText('a\ud800b\udc00'), wellFormedJson('a\ud800b\udc00')]).toEqual(['"a\\ud800b\\udc00"', '"a\\ufffdb\\ufffd"']);
  // A backslash before such letters makes them plain text.
  expect(wellFormedJson('\\ud800 \u{1F600}')).toBe('"\\\\ud800 \u{1F600}"');
});
