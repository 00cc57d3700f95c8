import { expect, test } from 'vitest';
import { EditedFile } from '../../src/text/edited-file.ts';
import { EditedText } from '../../src/text/edited-text.ts';
import { lineStartsOf, offsetAt } from '../../src/text/source-file.ts';
import { changeBetween, joinedChange } from '../../src/text/text-change.ts';
import { randomEdit, randomOf } from '../tree/random-edit.ts';
import { editedTo } from './edited-to.ts';

const TEXT = 'first: 1\nsecond: 2\r\nthird: 3\rfourth: 4\n\n  fifth: 5\r\n';

function become(file: EditedFile, text: string): void {
  file.replace(editedTo(file.edited, text), changeBetween(file.edited, text));
}

test('the lines of a text that is edited are those of the text that it becomes', () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = randomOf(seed);
    const file = new EditedFile('a.yaml', EditedText.of(TEXT));
    lineStartsOf(file);
    for (let edit = 0; edit < 12; edit++) {
      const text = randomEdit(file.text, random);
      become(file, text);
      expect(lineStartsOf(file), `seed ${seed}, edit ${edit}`).toEqual(lineStartsOf({ uri: 'b.yaml', text }));
    }
  }
});

test('a line break before the first line, and what is taken away there', () => {
  const file = new EditedFile('a.yaml', EditedText.of(TEXT));
  lineStartsOf(file);
  for (const text of [`\n${TEXT}`, TEXT, `\r\n${TEXT}`, `\n${TEXT}`, TEXT.slice(9)]) {
    become(file, text);
    expect(lineStartsOf(file)).toEqual(lineStartsOf({ uri: 'b.yaml', text }));
  }
});

test('two changes are one', () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = randomOf(seed);
    const [second, third] = [TEXT, randomEdit(TEXT, random)].map((text) => randomEdit(text, random));
    if (second === undefined || third === undefined) throw new Error('two texts');
    const { from, to, by } = joinedChange(changeBetween(TEXT, second), changeBetween(second, third));
    expect(TEXT.slice(0, from) + third.slice(from, to + by) + TEXT.slice(to), `seed ${seed}`).toBe(third);
  }
});

test.each([
  ['in a line', { line: 1, character: 3 }, 12],
  ['behind the end of a line', { line: 0, character: 99 }, 8],
  ['behind the end of a line that ends with two characters', { line: 1, character: 99 }, 18],
  ['behind the end of a line that ends with a carriage return', { line: 2, character: 99 }, 28],
  ['in the last line, which is empty', { line: 6, character: 5 }, TEXT.length],
  ['below the last line', { line: 7, character: 0 }, TEXT.length],
])('the offset of a position %s', (_, position, offset) => {
  expect(offsetAt({ uri: 'a.yaml', text: TEXT }, position)).toBe(offset);
});
