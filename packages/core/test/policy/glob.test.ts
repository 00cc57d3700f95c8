import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alternativesOf, matchesGlob } from '../../src/policy/glob.ts';
import { selects } from '../../src/policy/selector.ts';

test.each<[string, string, boolean]>([
  ['api/openapi.yaml', 'api/openapi.yaml', true],
  ['api/*.yaml', 'api/openapi.yaml', true],
  ['*.yaml', 'api/openapi.yaml', false],
  ['**/*.yaml', 'openapi.yaml', true],
  ['**/*.yaml', 'a/b/openapi.yaml', true],
  ['/internal/**', '/internal', true],
  ['/internal/**', '/internal/a/b', true],
  ['/internal/**', '/internals', false],
  ['/*/b', '/a/b', true],
  ['/*/b', '/a/a/b', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['**', '', true],
  ['a.c', 'abc', false],
  ['*a*b', 'aab', true],
  ['a/**/b/**/c', 'a/x/b/b/y/c', true],
])('%s and %s', (pattern, path, expected) => expect(matchesGlob(pattern, path)).toBe(expected));

test('agrees with a regular expression that says the same', () => {
  const letters = (alphabet: string) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 8 });
  fc.assert(
    fc.property(letters('ab*?'), letters('ab'), (pattern, text) => {
      fc.pre(!pattern.includes('**'));
      const source = [...pattern].map((char) => (char === '*' ? '.*' : char === '?' ? '.' : char)).join('');
      expect(matchesGlob(pattern, text)).toBe(new RegExp(`^${source}$`).test(text));
    }),
    { numRuns: 2_000 },
  );
});

test('a hostile pattern ends quickly', () => {
  const start = performance.now();
  expect(matchesGlob('*a'.repeat(500), `${'a'.repeat(5_000)}b`)).toBe(false);
  expect(matchesGlob('**/a/'.repeat(500), `${'a/'.repeat(5_000)}b`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('alternatives in braces are patterns of their own', () => {
  expect(alternativesOf('a.{yaml,yml}')).toEqual(['a.yaml', 'a.yml']);
  expect(alternativesOf('{a,b}/{c,d}')).toEqual(['a/c', 'a/d', 'b/c', 'b/d']);
  expect(alternativesOf('{a,{b,c}}')).toEqual(['{a,b}', '{a,c}'].flatMap((one) => alternativesOf(one) ?? []));
  expect(alternativesOf('{a,b}'.repeat(20))).toBeUndefined();
});

const getPet = { path: '/pets/{petId}', names: ['GET /pets/{petId}', 'getPet'], tags: ['pets'] };

test.each([
  [{ files: ['api/*'] }, true],
  [{ files: ['*'] }, false],
  [{ paths: ['/pets/{id}'] }, true],
  [{ paths: ['/pets/*'] }, true],
  [{ operations: ['get /pets/{id}'] }, true],
  [{ operations: ['POST /pets/{id}'] }, false],
  [{ operations: ['* /pets/**'] }, true],
  [{ operations: ['get*'] }, true],
  [{ tags: ['pets'] }, true],
  [{ tags: ['pet'] }, false],
  [{ files: ['api/*'], tags: ['other'] }, false],
  [{}, true],
])('%j selects an operation: %s', (selector, expected) => expect(selects(selector, 'api/a.yaml', getPet)).toBe(expected));

test('what belongs to no operation is selected only by files', () => {
  expect(selects({ files: ['api/*'] }, 'api/a.yaml', undefined)).toBe(true);
  for (const key of ['paths', 'operations', 'tags']) expect(selects({ [key]: ['**'] }, 'api/a.yaml', undefined)).toBe(false);
});
