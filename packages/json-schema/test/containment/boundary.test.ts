import { describe, expect, it } from 'vitest';
import { automatonOf } from '../../src/containment/regex/automaton.ts';
import { matchesPattern } from '../../src/containment/regex/matches.ts';
import { containsSchema } from '../../src/index.ts';

const PATTERNS = [
  '\\b',
  '\\B',
  '^\\b',
  '\\b$',
  '^\\B$',
  'a\\b',
  '\\ba',
  'a\\B',
  '\\Ba',
  '\\b\\B',
  '^a\\b-\\bb$',
  '(?:\\ba|-\\B)+',
  '^(?:a\\b-?)*$',
  '\\b^a$\\b',
  'a\\b(?:b|-)',
  '(?:\\b|a)b',
  '(?:\\b)*-',
];
const TEXTS = textsUpTo(5, ['a', 'b', '-', 'é']);

function textsUpTo(length: number, alphabet: readonly string[]): readonly string[] {
  return length === 0 ? [''] : ['', ...textsUpTo(length - 1, alphabet).flatMap((rest) => alphabet.map((character) => character + rest))];
}

describe('the edges of words in patterns', () => {
  it.each(PATTERNS)('`%s` matches what the expression of the language matches', (source) => {
    expect(automatonOf(source)).toBeDefined();
    const differing = TEXTS.filter((text) => matchesPattern(source, text) !== new RegExp(source, 'u').test(text));
    expect(differing).toEqual([]);
  });

  it('an edge cannot be repeated', () => {
    expect(automatonOf('\\b+')).toBeUndefined();
  });

  it('decides', () => {
    const uuid = { type: 'string', pattern: '^$|^[0-9a-f]{8}\\b-[0-9a-f]{4}$' };
    expect(containsSchema(uuid, { pattern: '^$|^[0-9a-f]{8}-[0-9a-f]{4}$' })).toEqual({ kind: 'contained' });
    expect(containsSchema({ type: 'string', pattern: '^a\\bb$' }, false)).toEqual({ kind: 'contained' });
    expect(containsSchema({ type: 'string', pattern: '^[a-]{2}$' }, { pattern: '^\\w+\\b.*$' })).toMatchObject({ kind: 'witness' });
  });
});
