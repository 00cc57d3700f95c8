import fc from 'fast-check';
import { expect, test } from 'vitest';
import { releasesAmong } from '../../src/index.ts';

/** Which tags are releases, the last one first. */

const among = (pattern: string, ...names: readonly string[]) =>
  releasesAmong(
    names.map((name) => ({ name })),
    pattern,
  ).map(({ name }) => name);

test.each<[string, readonly string[]]>([
  ['numbers count as numbers', ['v10.0.0', 'v9.0.0', 'v1.10.0', 'v1.9.0', 'v1.0.10', 'v1.0.9']],
  ['a `v`, a name before it and a missing patch number make no difference', ['client-3.1', 'v3.0.1', 'api/v3.0.0', 'shop_2.0.0', '@acme/shop@1.0.0', '0.1']],
  ['of two with one version the first of the list stays first', ['1.0.0', 'v1.0.0']],
  ['what was built from is no part of the order', ['1.0.0+b', '1.0.0+a']],
  ['days', ['2026-11-26', '2026-11-25', '20251231', 'v-2024-02-29']],
  ['plain numbers', ['v12', 'v3', 'release-2', '1']],
])('%s', (_, names) => {
  expect(among('**', ...names)).toEqual(names);
  if (!names.some((name) => /^1\.0\.0/.test(name))) expect(among('**', ...names.toReversed())).toEqual(names);
});

test('only what matches, and is a version', () => {
  expect(among('v*', 'v1.0.0', 'web/v2.0.0', '3.0.0', 'vNext', 'v', 'v1.2.3.4', 'v01.0.0')).toEqual(['v1.0.0']);
  expect(among('web/*', 'v1.0.0', 'web/v2.0.0')).toEqual(['web/v2.0.0']);
  // A version within a word is none.
  expect(among('*', 'abc1.0.0', 'java8', 'v1.0.0 ', `v${'1'.repeat(100)}`)).toEqual([]);
  expect(among('*', `v${'1'.repeat(99)}`)).toHaveLength(1);
});

test('previews count where nothing else was released, in the order of SemVer 2.0.0, item 11', () => {
  const previews = [
    '1.0.0-rc.1',
    '1.0.0-beta.11',
    '1.0.0-beta.2',
    '1.0.0-beta',
    '1.0.0-alpha.beta',
    '1.0.0-alpha.1',
    '1.0.0-alpha',
    '1.0.0-RC',
    '1.0.0-1a',
    '1.0.0-2',
    '1.0.0-1',
  ];
  expect(among('*', ...previews.toReversed())).toEqual(previews);
  expect(among('*', ...previews, '0.9.0')).toEqual(['0.9.0']);
  expect(among('*', '2026-11-26-preview', '2026-11-25')).toEqual(['2026-11-25']);
  expect(among('*', '2026-11-25-preview', '2026-11-26-preview')).toEqual(['2026-11-26-preview', '2026-11-25-preview']);
});

test('versions of two schemes have no order: semantic ones before days, days before numbers', () => {
  expect(among('*', '20261126', 'v7', '1.0.0')).toEqual(['1.0.0']);
  expect(among('*', 'v7', '20261126')).toEqual(['20261126']);
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-02-30', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['1900-02-28', true],
  ['1899-12-31', false],
  ['2026-00-10', false],
  ['2026-01-01', true],
  ['2026-12-31', true],
  ['2026-13-01', false],
  ['2026-01-00', false],
  ['2026-01-32', false],
  ['2026-03-31', true],
  ['2026-05-31', true],
  ['2026-07-31', true],
  ['2026-08-31', true],
  ['2026-10-31', true],
  ['2026-04-30', true],
  ['2026-04-31', false],
  ['2026-06-31', false],
  ['2026-09-31', false],
  ['2026-11-31', false],
  ['2026-0101', false],
  ['2026-01-01-preview.2', true],
  ['2026-01-01-release-candidate', true],
  ['2026-01-01-2', false],
])('%s is a day: %s', (tag, isDay) => {
  expect(among('*', tag)).toEqual(isDay ? [tag] : []);
});

test('the order of semantic versions is that of their numbers, however many digits they have', () => {
  const number = fc.bigInt({ min: 0n, max: 10n ** 20n });
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, number), { minLength: 2, maxLength: 5 }), (versions) => {
      const sorted = versions.toSorted((a, b) => a.map((part, i) => Number(part > (b[i] ?? 0n)) - Number(part < (b[i] ?? 0n))).find((sign) => sign !== 0) ?? 0);
      const names = (all: typeof versions) => all.map((parts) => `v${parts.join('.')}`);
      expect(among('*', ...names(versions))).toEqual(names(sorted).toReversed());
    }),
  );
});
