import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EditedFile } from '../../src/text/edited-file.ts';
import { EditedText } from '../../src/text/edited-text.ts';
import { isSameStretch, sliceOf } from '../../src/text/source-file.ts';
import { changeBetween } from '../../src/text/text-change.ts';
import { textHolds } from '../../src/text/text-holds.ts';

const SHARE = fc.double({ min: 0, max: 1, noNaN: true });
const WRITTEN = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '😀', 'é') }), fc.constant(''));

/** Where, as shares of the text, and what stands there then. */
const EDITS = fc.array(fc.tuple(SHARE, SHARE, WRITTEN), { maxLength: 150 });
const TEXT = fc.tuple(fc.string({ unit: fc.constantFrom('ab', '\r\n', '😀c', 'word') }), fc.nat(1_500)).map(([text, times]) => text.repeat(times));

interface Step {
  readonly before: string;
  readonly after: string;
  readonly from: number;
  readonly to: number;
  readonly written: string;
}

function stepsFrom(text: string, edits: readonly (readonly [number, number, string])[]): Step[] {
  let before = text;
  return edits.map(([place, share, written]) => {
    const from = Math.floor(place * before.length);
    const to = Math.min(from + Math.floor(share * share * 40), before.length);
    const after = before.slice(0, from) + written + before.slice(to);
    const step = { before, after, from, to, written };
    before = after;
    return step;
  });
}

test('a text that is edited is the string that is edited, as a whole and in every stretch', () => {
  fc.assert(
    fc.property(TEXT, EDITS, fc.array(fc.tuple(SHARE, SHARE)), (text, edits, stretches) => {
      let edited = EditedText.of(text);
      for (const { after, from, to, written } of stepsFrom(text, edits)) {
        const before = edited;
        edited = edited.replaced(from, to, written);
        expect(edited.length).toBe(after.length);
        for (const [a, b] of stretches) {
          const [start, end] = [Math.floor(a * after.length), Math.floor(b * after.length)].sort((one, other) => one - other) as [number, number];
          expect(edited.slice(start, end)).toBe(after.slice(start, end));
        }
        expect(before.isSurely(edited) && before.text !== after).toBe(false);
      }
      const whole = stepsFrom(text, edits).at(-1)?.after ?? text;
      expect(edited.slice(0, whole.length)).toBe(whole);
      expect(edited.text).toBe(whole);
      expect(edited.slice(0, whole.length)).toBe(whole);
    }),
  );
});

test('a long text that is edited in many places is the string that is edited', () => {
  let text = 'openapi: 3.1.0\n'.repeat(60_000);
  let edited = EditedText.of(text);
  for (let i = 0; i < 300; i++) {
    const at = (i * 7_919 * 13) % text.length;
    const [to, written] = [at + (i % 3), 'x'.repeat(i % 5)];
    text = text.slice(0, at) + written + text.slice(to);
    edited = edited.replaced(at, to, written);
    expect(edited.slice(Math.max(at - 5, 0), at + 10)).toBe(text.slice(Math.max(at - 5, 0), at + 10));
    expect(edited.length).toBe(text.length);
  }
  expect(edited.text).toBe(text);
});

test('a text stays what it was when another one is made from it', () => {
  const first = EditedText.of('openapi: 3.1.0\n'.repeat(200));
  const second = first.replaced(15, 30, 'x');
  const third = second.replaced(16, 16, 'y');
  expect(first.text).toBe('openapi: 3.1.0\n'.repeat(200));
  expect(second.text).toBe(`openapi: 3.1.0\nx${'openapi: 3.1.0\n'.repeat(198)}`);
  expect(third.text).toBe(`openapi: 3.1.0\nxy${'openapi: 3.1.0\n'.repeat(198)}`);
});

test('a file knows which words its text holds, whatever is edited', () => {
  const words = ['ab', 'ba', 'aab', '😀', '\n\r\n', 'wordword'];
  fc.assert(
    fc.property(TEXT, EDITS, (text, edits) => {
      const file = new EditedFile('a.yaml', EditedText.of(text));
      for (const { before, after, from, to, written } of stepsFrom(text, edits)) {
        for (const word of words) expect(textHolds(file, word)).toBe(before.includes(word));
        file.replace(file.edited.replaced(from, to, written), { from, to, by: after.length - before.length });
      }
      for (const word of words) expect(textHolds(file, word)).toBe(file.text.includes(word));
    }),
    { numRuns: 60 },
  );
});

test('where two texts differ, and whether stretches do, is the same for strings and for what is edited', () => {
  fc.assert(
    fc.property(TEXT, EDITS, (text, edits) => {
      const steps = stepsFrom(text, edits.slice(0, 5));
      const edited = steps.reduce((all, { from, to, written }) => all.replaced(from, to, written), EditedText.of(text));
      const after = steps.at(-1)?.after ?? text;
      expect(changeBetween(EditedText.of(text), edited)).toEqual(changeBetween(text, after));
      const [a, b] = [new EditedFile('a.yaml', edited), { uri: 'b.yaml', text: after }];
      expect(isSameStretch(a, { start: 0, end: after.length }, b, { start: 0, end: after.length })).toBe(true);
      expect(isSameStretch(a, { start: 0, end: after.length }, { uri: 'c.yaml', text }, { start: 0, end: text.length })).toBe(text === after);
      expect(sliceOf(a, 0, 1)).toBe(after.slice(0, 1));
    }),
  );
});
