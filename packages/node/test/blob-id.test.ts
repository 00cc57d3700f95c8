import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blobId } from '../src/index.ts';
import { git, temporaryFolder } from './repository.ts';

test.each(['sha1', 'sha256'] as const)('is what git calls the content, by %s', (algorithm) => {
  const folder = temporaryFolder();
  git(folder, 'init', `--object-format=${algorithm}`);
  for (const content of ['', 'a: 1\n', 'ü\r\n', 'x'.repeat(100_000)].map((text) => Buffer.from(text)).concat(Buffer.from([0, 0xff, 0xfe]))) {
    writeFileSync(join(folder, 'file'), content);
    expect(blobId(content, algorithm)).toBe(git(folder, 'hash-object', '--no-filters', 'file'));
  }
});

test('is by SHA-1 unless somebody says otherwise', () => {
  expect(blobId(Buffer.from(''))).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
});
