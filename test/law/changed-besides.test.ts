import { applyEdits, type Edit, readText } from '@breakwater/core';
import { expect, test } from 'vitest';
import { changedBesides } from './changed-besides.ts';

const TEXT = 'a:\n  b: 1\n  c: [x, y]\nd: z\n';

/** What is changed besides an edit that puts `text` in the place of `from`. */
function changedBy(from: string, text: string): readonly string[] {
  const file = { uri: 'a.yaml', text: TEXT };
  const start = TEXT.indexOf(from);
  const edits: readonly Edit[] = [{ uri: file.uri, span: { start, end: start + from.length }, text }];
  return changedBesides(readText(file).root, readText({ uri: file.uri, text: applyEdits(file, edits) }).root, edits);
}

test.each([
  ['  b: 1\n', '', []],
  ['b: 1', 'b: 2', []],
  ['x, ', '', []],
  ['d: z\n', 'e: 1\nd: z\n', []],
  ['  b: 1\n', '  b: 1\ne:\n', ['the key c stands below other keys', '"x" stands below other keys', '"y" stands below other keys']],
  [', y', '', []],
  ['\nd: ', ' #\nd: "', ['"z" became nothing']],
  ['1\n', '1 # ', ['the key c became nothing', '"x" became nothing', '"y" became nothing']],
])('%j becomes %j', (from, text, expected) => {
  expect(changedBy(from, text)).toEqual(expected);
});
