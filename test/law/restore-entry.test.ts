import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits, type Contract, createChecker, type Finding, memoryHost, nodeAt, readText, restoreEntry, rootOf, toValue } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { expect, test } from 'vitest';
import { parsePage, takeMarks } from '../page/page.ts';

const PACKAGES = join(dirname(fileURLToPath(import.meta.url)), '../../packages');
const pages = ['openapi/src/changes', 'json-schema/src/changes'].flatMap((folder) =>
  readdirSync(join(PACKAGES, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(PACKAGES, folder, name)),
);
const checker = createChecker(FORMATS);

async function contractOf(text: string): Promise<Contract | undefined> {
  const contract = await checker.load('openapi.yaml', memoryHost({ 'openapi.yaml': text }));
  return 'refusal' in contract ? undefined : contract;
}

function changesOf(base: Contract, head: Contract): readonly Finding[] {
  const comparison = checker.compare(base, head);
  return comparison.compared ? comparison.findings.filter(({ kind, verdict }) => kind === 'change' && verdict !== 'compatible') : [];
}

test('what is put back takes its own finding away, and changes nothing else', async () => {
  let restored = 0;
  for (const path of pages) {
    for (const { before, after } of parsePage(readFileSync(path, 'utf8')).cases) {
      const [old, now] = [before, after].map((files) => takeMarks('openapi.yaml', files.get('openapi.yaml') ?? '').text);
      const [base, head] = [await contractOf(old ?? ''), await contractOf(now ?? '')];
      if (!base || !head) continue;
      for (const finding of changesOf(base, head)) {
        const pointer = finding.related.find(({ version }) => version === 'base')?.at.pointer;
        const removed = pointer === undefined ? undefined : nodeAt(rootOf(base.snapshot), pointer);
        const root = rootOf(head.snapshot);
        const holder = pointer?.slice(0, pointer.lastIndexOf('/'));
        // A finding that stands elsewhere is about what came in its place.
        if (!removed || pointer === undefined || holder === undefined || !root || nodeAt(root, pointer) || finding.at.pointer !== holder) continue;
        const edit = restoreEntry(removed, nodeAt(root, holder));
        if (!edit) continue;
        const text = applyEdits(root.file, [edit]);
        const again = await contractOf(text);
        const left = again ? changesOf(base, again).map(({ ruleId, related }) => `${ruleId} ${related[0]?.at.pointer}`) : [];
        expect([path, left.includes(`${finding.ruleId} ${pointer}`)]).toEqual([path, false]);
        restored++;
      }
    }
  }
  expect(restored).toBeGreaterThan(12);
});

test.each([
  ['a:\n  # why\n  b:\n    c: |\n      x\n       y\n  d: 1\n', 'a:\n    d: 1\n', 'a:\n    d: 1\n    # why\n    b:\n      c: |\n        x\n         y\n'],
  ['a: { b: [1, 2], d: 1 }\n', 'a: { d: 1 }\n', 'a: { d: 1, b: [1, 2] }\n'],
  [
    '{\n  "a": {\n    "b": { "c": [\n      1\n    ] },\n    "d": 1\n  }\n}',
    '{\n "a": {\n  "d": 1\n }\n}',
    '{\n "a": {\n  "d": 1,\n  "b": { "c": [\n    1\n  ] }\n }\n}',
  ],
  ['a:\r\n  b: 1\r\n  d: 1\r\n', 'a:\n  d: 1', 'a:\n  d: 1\n  b: 1'],
  ['a:\n  b: &x 1\n  d: 1\n', 'a:\n  d: 1\n', undefined],
  ['a:\n  b: 1\n  d: 1\n', 'a: { d: 1 }\n', undefined],
  ['a:\n  b: 1\n  d: 1\n', 'a:\n  b: 2\n  d: 1\n', undefined],
  ['a:\n  b: 1\n', 'a: {}\n', undefined],
])('%j after %j', (old, now, expected) => {
  const [base, head] = [readText({ uri: 'a.yaml', text: old }).root, readText({ uri: 'a.yaml', text: now }).root];
  const removed = nodeAt(base, '/a/b');
  const edit = removed && restoreEntry(removed, nodeAt(head, '/a'));
  expect(head && edit && applyEdits(head.file, [edit])).toBe(expected);
  if (head && removed && edit) expect(toValue(nodeAt(readText({ uri: 'a.yaml', text: expected ?? '' }).root, '/a/b') ?? head)).toEqual(toValue(removed));
});
