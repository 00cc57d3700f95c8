import { expect, test } from 'vitest';
import { hunksOf } from '../src/sink/review/diff-lines.ts';

/** On which lines of the new text GitHub takes a comment: those of a hunk; and which of them the pull request has written. */

const read = (...lines: readonly string[]) => hunksOf(lines.join('\n')).map(({ start, end, added }) => [start, end, [...added]]);

test('added lines count in the new text, removed ones do not', () => {
  expect(read('@@ -10,4 +10,5 @@ paths:', ' same', '-old', '+new', '+more', ' same', ' same')).toEqual([[10, 14, [11, 12]]]);
});

test('each hunk has its own lines', () => {
  expect(read('@@ -1,2 +1,2 @@', '-a', '+b', ' c', '@@ -20,2 +20,3 @@', ' d', '+e', ' f')).toEqual([
    [1, 2, [1]],
    [20, 22, [21]],
  ]);
});

test('a length that is not said is one line, and a new file is one hunk', () => {
  expect(read('@@ -3 +5 @@', '-a', '+b')).toEqual([[5, 5, [5]]]);
  expect(read('@@ -0,0 +1,2 @@', '+a', '+b', '\\ No newline at end of file')).toEqual([[1, 2, [1, 2]]]);
});

test('a line that looks like a header is text, and without a header there is nothing', () => {
  expect(read('@@ -1,1 +1,2 @@', ' @@ -5,1 +9,1 @@', '+@@ -5,1 +9,1 @@')).toEqual([[1, 2, [2]]]);
  expect([read(''), read('+a')]).toEqual([[], []]);
});
