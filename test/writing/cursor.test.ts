import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cursorAt, entriesOf, itemsOf, type Node, readText, type SourceFile } from '@breakwater/core';
import { expect, test } from 'vitest';

/** What the text alone tells of a place is what the tree says of it, in real contracts; and no prefix of one makes it fail. */
const CORPUS = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/corpus');
const MAX_BYTES = 200_000;
const EVERY = 10;

const contracts = existsSync(CORPUS)
  ? JSON.parse(readFileSync(join(CORPUS, 'MANIFEST.json'), 'utf8'))
      .items.filter(({ kind, path }: { kind: string; path: string }) => kind === 'openapi' && /\.(ya?ml|json)$/.test(path))
      .map(({ path }: { path: string }): SourceFile => ({ uri: path, text: readFileSync(join(CORPUS, path), 'utf8') }))
      .filter(({ text }: SourceFile, i: number) => text.length < MAX_BYTES && i % EVERY === 0)
  : [];

test.skipIf(contracts.length === 0)('keys and values of real contracts stand where the tree has them', { timeout: 120_000 }, () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const file of contracts) {
    const { root, problems } = readText(file);
    if (!root || problems.length > 0) continue;
    const nodes = nodesOf(root);
    const step = Math.ceil(nodes.length / 40);
    for (const node of nodes.filter((_node, i) => i % step === 0 && i > 0)) {
      asked++;
      wrong.push(...mistakesAbout(file, node));
    }
  }
  expect(asked).toBeGreaterThan(1_000);
  expect(wrong).toEqual([]);
});

function mistakesAbout(file: SourceFile, node: Node): readonly string[] {
  const { entry, parent, start, end } = node;
  const found: string[] = [];
  if (entry && parent) {
    const cursor = cursorAt(file, entry.start + 1);
    if (cursor?.role !== 'key' || !cursor.hasColon || !isSame(cursor.path, wayOf(parent))) found.push(`${file.uri} key ${entry.name} at ${entry.start}`);
  }
  const isWord = node.kind === 'scalar' && node.style !== 'block' && end > start && !file.text.slice(start, end).includes('\n');
  if (isWord) {
    const cursor = cursorAt(file, start + (node.style === 'quoted' ? 1 : 0));
    if (!cursor || cursor.role === 'key' || !isSame(cursor.path, wayOf(node))) found.push(`${file.uri} value at ${start}`);
  }
  return found;
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function wayOf(node: Node): readonly (string | number)[] {
  const way: (string | number)[] = [];
  for (let at = node; at.parent; at = at.parent) way.unshift(at.parent.kind === 'map' ? (at.entry?.name ?? '') : at.parent.items.indexOf(at));
  return way;
}

function nodesOf(root: Node): readonly Node[] {
  const nodes = [root];
  for (const node of nodes) for (const part of [...entriesOf(node).map(({ value }) => value), ...itemsOf(node)]) if (part.parent === node) nodes.push(part);
  return nodes;
}

const HALF = ['a:\n  - b: { c: [1, "x', '{ "a": [ { "b": "c', "\n\n- - a: |\n    b\n  c: 'd", '# only\n---\n? a\n: b\n&x c: *d\n!t e: f\n\tg', '{"a"::,,[}'];

test.each(HALF)('every place of a half-typed text can be asked: %j', (text) => {
  for (let end = 0; end <= text.length; end++)
    for (const uri of ['a.yaml', 'a.json']) {
      const cursor = cursorAt({ uri, text: text.slice(0, end) }, end);
      if (cursor) expect(cursor.token.start).toBeLessThanOrEqual(cursor.token.end);
    }
});
