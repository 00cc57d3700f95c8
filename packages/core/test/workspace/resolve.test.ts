import { describe, expect, test } from 'vitest';
import {
  child,
  follow,
  load,
  memoryHost,
  type Node,
  nodeAt,
  pointerOf,
  referenceIn,
  resolve,
  rootOf,
  type ScalarNode,
  type Snapshot,
  stringOf,
} from '../../src/index.ts';

/** Every `$ref` of a file: what a format usually says. */
function referencesOf(root: Node): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  const visit = (node: Node): void => {
    const reference = referenceIn(node);
    if (reference) found.push(reference);
    if (node.kind === 'map') for (const { value } of node.entries) visit(value);
    if (node.kind === 'seq') node.items.forEach(visit);
  };
  visit(root);
  return found;
}

async function snapshotOf(files: Readonly<Record<string, string>>): Promise<Snapshot> {
  return load(Object.keys(files)[0] ?? '', memoryHost(files), { referencesOf });
}

/** The `is` of what the reference at `pointer` of the entry means, or why it means nothing. */
async function meant(files: Readonly<Record<string, string>>, pointer = '/at'): Promise<string> {
  const snapshot = await snapshotOf(files);
  const node = nodeAt(rootOf(snapshot), pointer);
  const reference = referenceIn(node);
  if (!reference) throw new Error(`There is no reference at ${pointer}.`);
  const found = follow(snapshot, reference);
  return 'node' in found ? (stringOf(child(resolve(snapshot, found.node), 'is')) ?? '') : found.failure;
}

describe('a reference leads to', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a pointer in its own file', '#/a/b', { 'a.yaml': "at: { $ref: '#/a/b' }\na: { b: { is: '#/a/b' } }\n" }],
    ['tilde escapes', '~', { 'a.yaml': "at: { $ref: '#/a~1b/~0c' }\na/b: { ~c: { is: '~' } }\n" }],
    ['percent escapes', 'percent', { 'a.yaml': "at: { $ref: '#/a%20b/%7B%C3%A9%7D' }\na b: { '{é}': { is: percent } }\n" }],
    ['an item of a list', 'second', { 'a.yaml': "at: { $ref: '#/list/1' }\nlist: [{ is: first }, { is: second }]\n" }],
    ['a name of a prototype', 'own', { 'a.yaml': "at: { $ref: '#/__proto__/constructor' }\n__proto__: { constructor: { is: own } }\n" }],
    ['a reference', 'end', { 'a.yaml': "at: { $ref: '#/one' }\none: { $ref: '#/two' }\ntwo: { is: end }\n" }],
    ['another file', 'b', { 'a.yaml': 'at: { $ref: b.yaml }\n', 'b.yaml': 'is: b\n' }],
    ['a part of another file', 'c', { 'a/a.yaml': "at: { $ref: '../b/b.json#/c' }\n", 'b/b.json': '{"c":{"is":"c"}}' }],
    ['a file over a file', 'c', { 'a.yaml': 'at: { $ref: d/b.yaml }\n', 'd/b.yaml': '$ref: ./c.yaml\n', 'd/c.yaml': 'is: c\n' }],
    ['an encoded file name', 'space', { 'a.yaml': 'at: { $ref: b%20c.yaml }\n', 'b c.yaml': 'is: space\n' }],
    ['an anchor', 'anchor', { 'a.yaml': "at: { $ref: '#here' }\nx: { $anchor: here, is: anchor }\n" }],
    ['a dynamic anchor', 'dynamic', { 'a.yaml': "at: { $ref: '#here' }\nx: { $dynamicAnchor: here, is: dynamic }\n" }],
    ['an anchor of another file', 'far', { 'a.yaml': "at: { $ref: 'b.yaml#here' }\n", 'b.yaml': 'x: { $anchor: here, is: far }\n' }],
    ['an $id', 'id', { 'a.yaml': "at: { $ref: 'https://example.com/s' }\nx: { $id: 'https://example.com/s', is: id }\n" }],
    [
      'a pointer inside a resource with an $id',
      'inner',
      { 'a.yaml': "at: { $ref: 'https://example.com/s#/$defs/a' }\nx: { $id: 'https://example.com/s', $defs: { a: { is: inner } } }\n" },
    ],
    [
      'a resource relative to the one around',
      'sibling',
      { 'a.yaml': "x: { $id: 'https://example.com/a/s', y: { $ref: t } }\nz: { $id: 'https://example.com/a/t', is: sibling }\nat: { $ref: '#/x/y' }\n" },
    ],
    ['a file in spite of a decorative $id', 'file', { 'a.yaml': "$id: 'https://example.com/a'\nat: { $ref: '#/x' }\nx: { is: file }\n" }],
  ])('%s', async (_name, expected, files) => {
    expect(await meant(files)).toBe(expected);
  });
});

describe('a reference that leads nowhere says why', () => {
  test.each<[string, string]>([
    ['#/nothing', 'points to nothing in `a.yaml`'],
    ['#nothing', 'points to nothing in `a.yaml`'],
    ['b.yaml', 'points to `b.yaml`, which does not exist'],
    ['https://example.com/a.yaml', 'is a URL, and nothing is fetched from the network'],
    ['HTTP://example.com', 'is a URL, and nothing is fetched from the network'],
    ['//example.com/a', 'is a URL, and nothing is fetched from the network'],
    ['file:///etc/passwd', 'is a URL, and nothing is fetched from the network'],
    ['/etc/passwd', 'is not a relative path inside the workspace'],
    ['..\\\\a.yaml', 'is not a relative path inside the workspace'],
    ['%2e%2e/%zz', 'holds a broken percent escape'],
  ])('%s', async (reference, expected) => {
    expect(await meant({ 'a.yaml': `at: { $ref: "${reference}" }\n` })).toBe(expected);
  });

  test('a circle means nothing, and ends', async () => {
    const snapshot = await snapshotOf({ 'a.yaml': "a: { $ref: '#/b' }\nb: { $ref: '#/a' }\n" });
    expect(resolve(snapshot, nodeAt(rootOf(snapshot), '/a'))).toBeUndefined();
  });
});

test('files that refer to each other are read once each', async () => {
  const { files } = await snapshotOf({ 'a.yaml': 'x: { $ref: b.yaml }\n', 'b.yaml': 'y: { $ref: a.yaml }\nz: { $ref: ./c/../b.yaml }\n' });
  expect([...files.keys()]).toEqual(['a.yaml', 'b.yaml']);
});

describe('a set of files that is too large is not read to its end, and it is said', () => {
  const files = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`f${i}.yaml`, `x: { $ref: f${i + 1}.yaml }\n`]));

  test.each([
    ['in number', { maxFiles: 3 }, 'more than 3 files'],
    ['all together', { maxSize: 50 }, '50 characters'],
  ])('%s', async (_, limit, said) => {
    const snapshot = await load('f0.yaml', memoryHost(files), { referencesOf, ...limit });
    expect([...snapshot.files.keys()]).toEqual(['f0.yaml', 'f1.yaml', 'f2.yaml']);
    expect(snapshot.absent.get('f3.yaml')).toContain(said);
  });
});

test('a pointer is the way back to its node', async () => {
  const snapshot = await snapshotOf({ 'a.yaml': 'a/b: [{ ~c: 1 }]\n' });
  const node = nodeAt(rootOf(snapshot), '/a~1b/0/~0c');
  expect(node && pointerOf(node)).toBe('/a~1b/0/~0c');
});
