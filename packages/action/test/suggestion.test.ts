import { applyEdits, type Edit, type SourceFile } from '@breakwater/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hunksOf } from '../src/sink/review/diff-lines.ts';
import { isBlob } from '../src/sink/review/is-blob.ts';
import { suggestionOf } from '../src/sink/review/suggestion.ts';

const file = (text: string): SourceFile => ({ uri: 'a.yaml', text });
const edit = (start: number, end: number, text: string): Edit => ({ uri: 'a.yaml', span: { start, end }, text });
const TEXT = 'one\ntwo\nthree\nfour\n';

test.each([
  ['a word within a line', [edit(4, 7, 'TWO')], { start: 2, end: 2, lines: ['TWO'] }],
  ['a line that goes', [edit(4, 8, '')], { start: 2, end: 2, lines: [] }],
  ['two lines that go', [edit(4, 14, '')], { start: 2, end: 3, lines: [] }],
  ['the first line that goes', [edit(0, 4, '')], { start: 1, end: 1, lines: [] }],
  ['the last line that goes', [edit(14, 19, '')], { start: 4, end: 4, lines: [] }],
  ['a line that comes goes with the one before', [edit(8, 8, 'new\n')], { start: 2, end: 2, lines: ['two', 'new'] }],
  ['a line that comes at the end', [edit(19, 19, 'new\n')], { start: 4, end: 4, lines: ['four', 'new'] }],
  ['a line that comes first', [edit(0, 0, 'new\n')], { start: 1, end: 1, lines: ['new', 'one'] }],
  ['a line that becomes empty stays', [edit(4, 7, '')], { start: 2, end: 2, lines: [''] }],
  ['two places', [edit(0, 3, 'ONE'), edit(8, 13, 'THREE')], { start: 1, end: 3, lines: ['ONE', 'two', 'THREE'] }],
])('%s', (_, edits, expected) => {
  expect(suggestionOf(file(TEXT), edits)).toEqual(expected);
});

test('nothing is suggested of another file, of other line breaks, of nothing, and of what its reader would not see', () => {
  expect(suggestionOf(file(TEXT), [])).toBeUndefined();
  expect(suggestionOf(file(TEXT), [{ ...edit(0, 1, 'x'), uri: 'b.yaml' }])).toBeUndefined();
  expect(suggestionOf(file(TEXT.replaceAll('\n', '\r\n')), [edit(0, 3, 'x')])).toBeUndefined();
  expect(suggestionOf(file(TEXT), [edit(0, 3, 'x\u202ey')])).toBeUndefined();
  expect(suggestionOf(file(TEXT), [edit(0, 3, '\tx')])).toEqual({ start: 1, end: 1, lines: ['\tx'] });
});

test('whatever is suggested comes to the same as the edits, and there is something to suggest', () => {
  const line = fc.constantFrom('', 'a', '  b: c', '- d');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), fc.nat(), fc.nat(), fc.array(line, { maxLength: 3 }), (lines, ends, one, other, into) => {
      const text = lines.join('\n') + (ends ? '\n' : '');
      const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
      const edits = [edit(start, end, into.join('\n'))];
      const found = suggestionOf(file(text), edits);
      const all = text.split('\n');
      const repaired = applyEdits(file(text), edits);
      if (found) expect([...all.slice(0, found.start - 1), ...found.lines, ...all.slice(found.end)].join('\n')).toBe(repaired);
      else expect(repaired.endsWith('\n') === text.endsWith('\n') && repaired !== '' && repaired !== text && text.endsWith('\n')).toBe(false);
    }),
    { numRuns: 5_000 },
  );
});

test('the hunks of a patch: their lines in the new text, and which of them are new', () => {
  const patch = '@@ -1,3 +1,4 @@ top\n one\n-two\n+TWO\n+more\n three\n@@ -20 +21,0 @@\n-gone\n@@ -30,0 +31 @@\n+last\n\\ No newline at end of file';
  expect(hunksOf(patch)).toEqual([
    { start: 1, end: 4, added: new Set([2, 3]) },
    { start: 21, end: 20, added: new Set() },
    { start: 31, end: 31, added: new Set([31]) },
  ]);
  expect(hunksOf('')).toEqual([]);
});

test('a text is known by the id of its blob', () => {
  // `printf 'hello\n' | git hash-object --stdin`
  expect(isBlob('hello\n', 'ce013625030ba8dba906f756967f9e9ca394464a')).toBe(true);
  expect(isBlob('hello\n', '2cf8d83d9ee29543b34a87727421fdecb7e3f3a183d337639025de576db9ebb4')).toBe(true);
  expect([isBlob('hello', 'ce013625030ba8dba906f756967f9e9ca394464a'), isBlob('hello\n', '')]).toEqual([false, false]);
});
