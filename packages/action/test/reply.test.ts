import { expect, test } from 'vitest';
import { repliesIn } from '../src/accept/reply.ts';

/** Which words of a comment accept a change. */

const ID = '0123456789abcdef';
const read = (body: string) => repliesIn(body, 'mona').map(({ id, reason }) => [id, reason]);

test('one command a line, with an id or its beginning and a reason', () => {
  expect(repliesIn(`/breakwater accept ${ID} nobody asks`, 'mona')).toEqual([{ login: 'mona', id: ID, reason: 'nobody asks' }]);
  expect(read(`\n  /breakwater \t accept\t\`${ID}\`   agreed  \r\nsome words\r/breakwater accept 012345 b\n /breakwater accept 012345 c`)).toEqual([
    [ID, 'agreed'],
    ['012345', 'b'],
  ]);
  expect(read(`/breakwater accept ${ID}-12 one of two`)).toEqual([[`${ID}-12`, 'one of two']]);
});

test.each([
  ['no reason', `/breakwater accept ${ID}`],
  ['no reason but spaces', `/breakwater accept ${ID}   `],
  ['no id', '/breakwater accept'],
  ['too short an id', '/breakwater accept 01234 x'],
  ['too long an id', `/breakwater accept ${ID}0 x`],
  ['an id that is none', '/breakwater accept everything x'],
])('what has not the form accepts nothing, and is told so: %s', (_, body) => {
  expect(read(body)).toEqual([['', '']]);
});

test.each([
  ['quoted', `> /breakwater accept ${ID} x`],
  ['in a sentence', `We write /breakwater accept ${ID} x`],
  ['after other words', `Hello\n/breakwater accept ${ID} x`],
  ['another command', `/breakwater accepted ${ID} x`],
  ['in other letters', `/Breakwater accept ${ID} x`],
  ['nothing', ''],
])('what is not meant is no reply: %s', (_, body) => {
  expect(read(body)).toEqual([]);
});

test('a reason is cut where it is long, and never within a character that breaks', () => {
  expect(read(`/breakwater accept ${ID} ${'x'.repeat(300)}`)).toEqual([[ID, 'x'.repeat(300)]]);
  expect(read(`/breakwater accept ${ID} ${'x'.repeat(301)}`)).toEqual([[ID, 'x'.repeat(300)]]);
  expect(read(`/breakwater accept ${ID} ${'x'.repeat(299)}😀`)).toEqual([[ID, `${'x'.repeat(299)}\uFFFD`]]);
});
