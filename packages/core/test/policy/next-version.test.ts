import { expect, test } from 'vitest';
import { nextVersion } from '../../src/index.ts';

test.each([
  ['1.2.3', 'major', '2.0.0'],
  ['1.2.3', 'minor', '1.3.0'],
  ['1.2.3', 'patch', '1.2.4'],
  ['v1.2', 'major', 'v2.0'],
  ['0.4.1', 'major', '0.5.0'],
  ['0.4.1', 'minor', '0.4.2'],
  ['2.0.0-beta.1', 'major', '2.0.0-beta.2'],
  ['2.0.0-beta.9+build.5', 'minor', '2.0.0-beta.10'],
  ['2.0.0-beta', 'major', undefined],
  ['2026-01-31', 'major', '2026-11-26'],
  ['20260131', 'minor', '20261126'],
  ['2026-01-31-preview', 'major', '2026-11-26'],
  ['2026-11-26', 'major', undefined],
  ['7', 'minor', '8'],
  ['v7', 'major', 'v8'],
  ['next', 'major', undefined],
] as const)('after %s comes, for a %s change, %s', (version, bump, next) => {
  expect(nextVersion(version, bump, '2026-11-26')).toBe(next);
});
