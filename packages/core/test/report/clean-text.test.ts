import { expect, test } from 'vitest';
import { breakCommands, cleanText, cutText, dropUnsafe, encodePath, escapeUnsafe } from '../../src/index.ts';

/** What every report is cleaned with. Each text holds what is unsafe twice: half a cleaner is none. */

test.each([
  ['a line break', '\n', '\\u000a'],
  ['an escape', '\u001b', '\\u001b'],
  ['a C1 control', '\u009b', '\\u009b'],
  ['a right-to-left override', '\u202e', '\\u202e'],
  ['a zero width space', '\u200b', '\\u200b'],
  ['a line separator', '\u2028', '\\u2028'],
  ['a paragraph separator', '\u2029', '\\u2029'],
  ['a lone surrogate', '\ud800', '\\ud800'],
  ['a tag beyond the first plane', '\u{e0041}', '\\udb40\\udc41'],
])('%s is shown, and dropped where nobody needs to see it', (_, unsafe, shown) => {
  expect(escapeUnsafe(`a${unsafe}b${unsafe}c`)).toBe(`a${shown}b${shown}c`);
  expect(cleanText(`a${unsafe}b${unsafe}c`)).toBe(`a${shown}b${shown}c`);
  expect(dropUnsafe(`a${unsafe}b${unsafe}c`)).toBe('abc');
});

test('nothing else is touched', () => {
  const text = 'Größe, 例, 👍🏽, {id}, a::b, # [x]';
  expect([escapeUnsafe(text), cleanText(text), dropUnsafe(text), breakCommands(text)]).toEqual([text, text, text, text]);
});

test.each([
  ['::error::x', '\\u003a:error::x'],
  ['  ::error::x', '  \\u003a:error::x'],
  ['##[error]a ##[error]b', '#\\u0023[error]a #\\u0023[error]b'],
  ['\n::error::x', '\\u000a::error::x'],
])('no line is a workflow command: %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test('a text is cut by what people count as characters, and only if it is longer', () => {
  expect([cutText('abc', 3), cutText('abcd', 3), cutText('', 0), cutText('a', 0)]).toEqual(['abc', 'abc…', '', '…']);
  expect([cutText('👍👍👍', 3), cutText('👍👍👍👍', 3), cutText('👍'.repeat(50), 3)]).toEqual(['👍👍👍', '👍👍👍…', '👍👍👍…']);
});

test('a path is a path of a URI, whatever is in it', () => {
  expect(encodePath("a b/c!'()*d/e'f'/#?%&/例")).toBe('a%20b/c%21%27%28%29%2Ad/e%27f%27/%23%3F%25%26/%E4%BE%8B');
  expect(encodePath('a\ud800b\udc00c')).toBe('a%EF%BF%BDb%EF%BF%BDc');
  expect(encodePath('(a)(b)')).toBe('%28a%29%28b%29');
});
