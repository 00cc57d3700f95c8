import { describe, expect, test } from 'vitest';
import { pairMoved, type SourceFile } from '../../src/index.ts';

/** A file of the parts `1`, `2` …, one a line. */
const lines = (uri: string, ...parts: readonly (string | number)[]): SourceFile => ({ uri, text: parts.map((part) => `${part}\n`).join('') });
const paired = (gone: readonly SourceFile[], come: readonly SourceFile[]) => Object.fromEntries(pairMoved(gone, come));

test('a file that keeps at least half of what it said is the same one under another name', () => {
  const old = lines('old.yaml', 1, 2, 3, 4);
  expect(paired([old], [lines('new.yaml', 1, 2, 3, 4)])).toEqual({ 'new.yaml': 'old.yaml' });
  expect(paired([old], [lines('new.yaml', 1, 2, 'x', 'y')])).toEqual({ 'new.yaml': 'old.yaml' });
  expect(paired([old], [lines('new.yaml', 1, 'x', 'y', 'z')])).toEqual({});
});

test('half of the longer one: neither a piece nor a collection is the file', () => {
  expect(paired([lines('old.yaml', 1, 2, 3, 4)], [lines('new.yaml', 1)])).toEqual({});
  expect(paired([lines('old.yaml', 1)], [lines('new.yaml', 1, 2, 3, 4)])).toEqual({});
});

test('what stands there more than once counts as often as both have it', () => {
  expect(paired([lines('old.yaml', 'a', 'a', 'a', 'b')], [lines('new.yaml', 'a', 'x', 'y', 'z')])).toEqual({});
  expect(paired([lines('old.yaml', 'a', 'a', 'a', 'b')], [lines('new.yaml', 'a', 'a', 'y', 'z')])).toEqual({ 'new.yaml': 'old.yaml' });
});

test('files that say nothing are not one another', () => {
  for (const text of ['', '\n\n', '{}', ' \n "" ']) expect(paired([{ uri: 'old.yaml', text }], [{ uri: 'new.yaml', text }])).toEqual({});
});

test('indentation, line ends, quotes and the notation make no difference', () => {
  const yaml = 'openapi: 3.1.0\ninfo:\n  title: Shop\n  version: 1\n';
  for (const text of [
    yaml.replaceAll('  ', '\t\t'),
    yaml.replaceAll('\n', '\r\n'),
    yaml.replaceAll('\n', '\r'),
    yaml.replace('Shop', '"Shop"').replace('1\n', "'1'\n"),
  ])
    expect(paired([{ uri: 'old.yaml', text: yaml }], [{ uri: 'new.yaml', text }])).toEqual({ 'new.yaml': 'old.yaml' });
  const json = JSON.stringify({ openapi: '3.1.0', tags: ['a', 'b'], info: { title: 'Shop', version: '1' } });
  const pretty = JSON.stringify(JSON.parse(json), undefined, 2);
  expect(paired([{ uri: 'old.json', text: json }], [{ uri: 'new.json', text: pretty.replaceAll('": "', '":"') }])).toEqual({ 'new.json': 'old.json' });
});

test.each([
  ['a list', "[['a'],['b'],['c']]", '[\n  [\n    "a"\n  ],\n  [\n    "b"\n  ],\n  [\n    "c"\n  ]\n]'],
  ['a mapping', "{a:{b:'c'},d:{e:'f'}}", '{\n  a:{\n    b:"c"\n  },\n  d:{\n    e:"f"\n  }\n}'],
  ['quotes', "'a'\n'b'\n'c'", 'a\nb\n"c"'],
])('marks alone make no difference: %s', (_, text, now) => {
  expect(paired([{ uri: 'old.json', text }], [{ uri: 'new.json', text: now }])).toEqual({ 'new.json': 'old.json' });
});

describe('of several', () => {
  test('the most alike belong together, in whatever order they come', () => {
    const gone = [lines('a.yaml', 1, 2, 3, 4), lines('b.yaml', 1, 2, 3, 'b')];
    const come = [lines('x.yaml', 1, 2, 3, 'b'), lines('y.yaml', 1, 2, 3, 4)];
    const expected = { 'x.yaml': 'b.yaml', 'y.yaml': 'a.yaml' };
    for (const old of [gone, gone.toReversed()]) for (const now of [come, come.toReversed()]) expect(paired(old, now)).toEqual(expected);
  });

  test('each is taken once: a copy is new, and what was merged away is gone', () => {
    expect(paired([lines('a.yaml', 1, 2)], [lines('a1.yaml', 1, 2), lines('a2.yaml', 1, 2)])).toEqual({ 'a1.yaml': 'a.yaml' });
    expect(paired([lines('a1.yaml', 1, 2), lines('a2.yaml', 1, 2)], [lines('a.yaml', 1, 2)])).toEqual({ 'a.yaml': 'a1.yaml' });
  });

  test('that are equally alike, the one that kept its name', () => {
    const old = lines('v1/shop.yaml', 1, 2);
    for (const other of ['v2/a.yaml', 'v2/z.yaml', 'v2/ahop.yaml']) {
      const come = [lines(other, 1, 2), lines('v2/shop.yaml', 1, 2)];
      for (const now of [come, come.toReversed()]) expect(paired([old], now)).toEqual({ 'v2/shop.yaml': 'v1/shop.yaml' });
    }
    expect(paired([lines('shop.yaml', 1)], [lines('a.yaml', 1), lines('api/shop.yaml', 1)])).toEqual({ 'api/shop.yaml': 'shop.yaml' });
  });

  test('that nothing tells apart are always paired the same way', () => {
    const gone = [lines('b.yaml', 1), lines('a.yaml', 1)];
    const come = [lines('y.yaml', 1), lines('x.yaml', 1)];
    const expected = { 'x.yaml': 'a.yaml', 'y.yaml': 'b.yaml' };
    for (const old of [gone, gone.toReversed()]) for (const now of [come, come.toReversed()]) expect(paired(old, now)).toEqual(expected);
  });
});

test('of a very long file the first fifty thousand parts tell, to the last of them', () => {
  const long = (uri: string): SourceFile => {
    const own = Array.from({ length: 60_000 }, (_, i) => `${uri} ${i}`);
    const common = Array.from({ length: 25_000 }, (_, i) => i);
    return { uri, text: [...common.slice(1), ...own.slice(0, 25_000), 'the last', ...own.slice(25_000)].join('\n') };
  };
  expect(paired([long('old.yaml')], [long('new.yaml')])).toEqual({ 'new.yaml': 'old.yaml' });
});
