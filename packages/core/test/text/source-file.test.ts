import { expect, test } from 'vitest';
import { changeBetween, joinedChange, lineStartsOf, replaceText } from '../../src/text/source-file.ts';
import { randomEdit, randomOf } from '../tree/random-edit.ts';

const TEXT = 'first: 1\nsecond: 2\r\nthird: 3\rfourth: 4\n\n  fifth: 5\r\n';

test('the lines of a text that is edited are those of the text that it becomes', () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = randomOf(seed);
    const file = { uri: 'a.yaml', text: TEXT };
    lineStartsOf(file);
    for (let edit = 0; edit < 12; edit++) {
      const text = randomEdit(file.text, random);
      replaceText(file, text, changeBetween(file.text, text));
      expect(lineStartsOf(file), `seed ${seed}, edit ${edit}`).toEqual(lineStartsOf({ uri: 'b.yaml', text }));
    }
  }
});

test('a line break before the first line, and what is taken away there', () => {
  const file = { uri: 'a.yaml', text: TEXT };
  lineStartsOf(file);
  for (const text of [`\n${TEXT}`, TEXT, `\r\n${TEXT}`, `\n${TEXT}`, TEXT.slice(9)]) {
    replaceText(file, text, changeBetween(file.text, text));
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
