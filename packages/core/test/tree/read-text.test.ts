import { describe, expect, test } from 'vitest';
import { child, entriesOf, itemsOf, type Node } from '../../src/tree/node.ts';
import { nodeAt, pointerOf } from '../../src/tree/pointer.ts';
import { readText } from '../../src/tree/read-text.ts';
import { toValue } from '../../src/tree/to-value.ts';

function read(text: string, uri = 'a.yaml'): ReturnType<typeof readText> {
  return readText({ uri, text });
}

function plainOf(text: string): unknown {
  const { root, problems } = read(text);
  expect(problems).toEqual([]);
  return root && JSON.parse(JSON.stringify(toValue(root)));
}

/** The tree as a list of `kind text`, outermost first; what an author would see underlined. */
function shape(node: Node | undefined): string[] {
  if (!node) return [];
  const text = node.file.text.slice(node.start, node.end);
  if (node.kind === 'scalar') return [`${node.style} ${text}`];
  if (node.kind === 'seq') return [`seq ${text}`, ...node.items.flatMap(shape)];
  return [`map ${text}`, ...node.entries.flatMap((entry) => [`key ${node.file.text.slice(entry.start, entry.end)}`, ...shape(entry.value)])];
}

describe('places', () => {
  test.each([
    [
      'a block map runs from its first key to the end of its last value',
      'a: 1 # c\n\nb: 2\n\n# end\n',
      ['map a: 1 # c\n\nb: 2', 'key a', 'plain 1', 'key b', 'plain 2'],
    ],
    ['quotes and brackets belong to what they enclose', '"a": [\'b\', {}]', ['map "a": [\'b\', {}]', 'key "a"', "seq ['b', {}]", "quoted 'b'", 'map {}']],
    [
      'a block scalar runs from its header to its last line with content',
      'a: |+ # c\n  x\n  y  \n\n\nb: >\nc: 1',
      ['map a: |+ # c\n  x\n  y  \n\n\nb: >\nc: 1', 'key a', 'block |+ # c\n  x\n  y  ', 'key b', 'block >', 'key c', 'plain 1'],
    ],
    [
      'what is not written stands behind its indicator',
      'a:   # c\nb: [c: , d]\ne:\n- \n-',
      [
        'map a:   # c\nb: [c: , d]\ne:\n- \n-',
        'key a',
        'plain ',
        'key b',
        'seq [c: , d]',
        'map c:',
        'key c',
        'plain ',
        'plain d',
        'key e',
        'seq - \n-',
        'plain ',
        'plain ',
      ],
    ],
    [
      'anchors and tags belong to nobody',
      'a: &x !!str 1\n? &y b\n: !!map {}',
      ['map a: &x !!str 1\n? &y b\n: !!map {}', 'key a', 'plain 1', 'key b', 'map {}'],
    ],
    ['an explicit key', '? a\n: - b\n', ['map a\n: - b', 'key a', 'seq - b', 'plain b']],
    ['plain text over several lines', 'a: b\n  c\n', ['map a: b\n  c', 'key a', 'plain b\n  c']],
  ])('%s', (_, text, expected) => {
    expect(shape(read(text).root)).toEqual(expected);
  });

  test('offsets are those of the text, byte order mark and surrogate pairs included', () => {
    expect(shape(read('\ufeff€😀: "😀"').root)).toEqual(['map €😀: "😀"', 'key €😀', 'quoted "😀"']);
  });
});

describe('values', () => {
  test('the core schema of YAML 1.2', () => {
    expect(plainOf('[true, FALSE, ~, Null, 12, -0x1, 0o17, 0x1F, 012, 1_000, 1.5e3, .5, +1, yes, no, on, off, 2001-12-14, 1:30, "1", 1.2.3, <<]')).toEqual([
      true,
      false,
      null,
      null,
      12,
      '-0x1',
      15,
      31,
      12,
      '1_000',
      1500,
      0.5,
      1,
      'yes',
      'no',
      'on',
      'off',
      '2001-12-14',
      '1:30',
      '1',
      '1.2.3',
      '<<',
    ]);
    const { root } = read('[.inf, -.INF, .NaN, 1e400, -0, 9007199254740993]');
    expect(itemsOf(root).map((node) => node.kind === 'scalar' && node.value)).toEqual([Infinity, -Infinity, NaN, Infinity, -0, 9007199254740992]);
  });

  test('tags decide where they stand', () => {
    expect(plainOf('[!!str 1, !!int "1", !!float 1, ! 1, !own 1, !!null "", !!bool "true", !<tag:yaml.org,2002:str> 1]')).toEqual([
      '1',
      1,
      1,
      '1',
      '1',
      null,
      true,
      '1',
    ]);
    expect(read('!!int x').problems.map(({ message }) => message)).toEqual(['The tag `int` does not fit this value.']);
  });

  test('keys are the text that stands there', () => {
    const names = entriesOf(read('200: a\nnull: b\ntrue: c\n1.10: d\n"x\\ty": e\n~: f').root).map(({ name }) => name);
    expect(names).toEqual(['200', 'null', 'true', '1.10', 'x\ty', '~']);
  });
});

describe('keys', () => {
  test('of two equal keys the first counts, and the second is told', () => {
    const text = 'a: 1\nb: 2\na: 3\n';
    const { root, problems, damaged } = read(text);
    expect(root && toValue(root)).toEqual({ a: 1, b: 2 });
    expect(problems).toMatchObject([{ code: 'duplicate-key', span: { start: 10, end: 11 }, related: { start: 0, end: 1 } }]);
    expect(damaged).toBe(false);
    expect(read('{"a": 1, "a": 2}').problems).toMatchObject([{ code: 'duplicate-key', span: { start: 9, end: 12 }, related: { start: 1, end: 4 } }]);
    expect(read(`a0: 1\n${Array.from({ length: 50 }, (_, i) => `a${i}: 1\n`).join('')}`).problems).toHaveLength(1);
  });

  test('a key that is a list is told, and its value is left out', () => {
    const { root, problems, damaged } = read('? [a]\n: b\nc: d\n');
    expect(root && toValue(root)).toEqual({ c: 'd' });
    expect(problems).toMatchObject([{ code: 'syntax', span: { start: 2, end: 5 } }]);
    expect(damaged).toBe(true);
  });
});

describe('aliases and merge keys', () => {
  test('an alias is the node of its anchor', () => {
    const { root } = read('a: &x {b: 1}\nc: *x\nd: [*x]\n? &k e\n: *k');
    expect(child(root, 'c')).toBe(child(root, 'a'));
    expect(itemsOf(child(root, 'd'))[0]).toBe(child(root, 'a'));
    expect(pointerOf(child(root, 'c') as Node)).toBe('/a');
    expect(child(root, 'e')).toMatchObject({ value: 'e' });
  });

  test('own keys win over merged ones, earlier sources over later ones; quoted `<<` is a key', () => {
    expect(plainOf('x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  c: 3\n  <<: [*x, *y]\n  d: 3\n  "<<": 4\n')).toMatchObject({
      z: { c: 3, a: 1, b: 1, d: 3, '<<': 4 },
    });
    expect(entriesOf(child(read('x: &x {a: 1}\nz: {c: 1, <<: *x, d: 1}').root, 'z')).map(({ name }) => name)).toEqual(['c', 'a', 'd']);
  });

  test('what is merged stays where it is written', () => {
    const { root } = read('x: &x {a: 1}\nz: {<<: *x, b: 2}\nw: {<<: {c: 3}}');
    expect(child(child(root, 'z'), 'a')).toBe(child(child(root, 'x'), 'a'));
    const inline = child(child(root, 'w'), 'c') as Node;
    expect(pointerOf(inline)).toBe('/w/c');
    expect(nodeAt(root, '/w/c')).toBe(inline);
  });

  test('merging what is no mapping is told', () => {
    expect(read('<<: 1').problems).toMatchObject([{ code: 'syntax', span: { start: 0, end: 2 } }]);
    expect(read('x: &x [1]\ny: {<<: [*x]}').problems).toMatchObject([{ code: 'syntax' }]);
  });
});

describe('the choice of the reader', () => {
  test('content decides, not the name', () => {
    expect(read('{"a": 1}', 'a.yaml').problems).toEqual([]);
    expect(read('a: 1', 'a.json')).toMatchObject({ problems: [], damaged: false });
    expect(read('{a: 1}', 'a.yaml').problems).toEqual([]);
  });

  test('a file called `.json` is held to JSON; comments and trailing commas cost nothing of the tree', () => {
    const { root, problems, damaged } = read('{ // c\n "a": [1, 2,], /* d */ }', 'a.json');
    expect(root && toValue(root)).toEqual({ a: [1, 2] });
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'syntax: JSON has no comments.',
      'syntax: JSON allows no comma after the last item.',
      'syntax: JSON has no comments.',
      'syntax: JSON allows no comma after the last item.',
    ]);
    expect(damaged).toBe(false);
  });

  test.each([
    ['{"a": 1 "b": 2}', { a: 1, b: 2 }],
    ['{"a" 1, "b": 2}', { a: 1, b: 2 }],
    ['{"a": , "b": 2}', { a: null, b: 2 }],
    ['{"a": [1, {"b": 2}', { a: [1, { b: 2 }] }],
    ['{"a": [1, 2}, "b": 3}', { a: [1, 2] }],
    ['{"a": "x\n "b": 2}', { a: 'x', b: 2 }],
    ['{a: 1}', { a: 1 }],
    ['[1, 01, NaN]', [1, 1, 'NaN']],
  ])('broken JSON %j keeps what can be read', (text, expected) => {
    const { root, problems, damaged } = read(text, 'a.json');
    expect(root && JSON.parse(JSON.stringify(toValue(root)))).toEqual(expected);
    expect(problems.length).toBeGreaterThan(0);
    expect(damaged).toBe(true);
  });

  test('a second document is told where it starts', () => {
    expect(read('a: 1\n---\nb: 2\n')).toMatchObject({ problems: [{ code: 'syntax', span: { start: 5, end: 8 } }], damaged: true });
    expect(read('a: 1\n...\n# c\n---\nb: 2\n').problems).toMatchObject([{ span: { start: 13, end: 16 } }]);
  });
});

describe('what older parsers load', () => {
  test('lines that are indented too little keep their meaning, and are told once', () => {
    const text = 'a:\n  b: "x\n\n  y"\n  c: {d: 1,\n    e: 2 # f\n  }\n  g: \'h\ni\'\n';
    const { root, problems, damaged } = read(text);
    expect(root && toValue(root)).toEqual({ a: { b: 'x\ny', c: { d: 1, e: 2 }, g: 'h i' } });
    expect(problems).toMatchObject([{ code: 'deprecated-yaml', span: { start: text.indexOf('y"'), end: text.indexOf('y"') + 1 } }]);
    expect(problems[0]?.message).toContain('3 places');
    expect(damaged).toBe(false);
    expect(shape(root)).toContain('quoted "x\n\n  y"');
    expect(shape(root)).toContain("quoted 'h\ni'");
  });

  test('what they refuse too is broken', () => {
    expect(read('a: "x\ny"\nb: c: d\n')).toMatchObject({ damaged: true });
    expect(read('a: [b\n- c\n').damaged).toBe(true);
  });
});
