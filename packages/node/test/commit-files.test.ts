import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { blobId, commitFiles } from '../src/index.ts';
import { commit, git, newRepository, temporaryFolder } from './repository.ts';

/** What git itself says is the measure. */

let folder = '';
let id = '';

beforeAll(() => {
  folder = newRepository({ 'a.yaml': 'a: 1\n', 'deep/er/ü "b"\n.json': '{}', 'run.sh': '#!/bin/sh\n', empty: '' });
  git(folder, 'update-index', '--add', '--chmod=+x', 'run.sh');
  symlinkSync('a.yaml', join(folder, 'link.yaml'));
  git(folder, 'update-index', '--add', '--cacheinfo', `160000,${git(folder, 'rev-parse', 'HEAD')},module`);
  git(folder, 'add', 'link.yaml');
  git(folder, 'commit', '-m', 'a link, a submodule and a program');
  id = git(folder, 'rev-parse', 'HEAD');
});

test('the regular files of a commit, in all folders and of any name, with the ids of their contents', async () => {
  const files = await commitFiles(folder, id);
  expect(files).toEqual(
    new Map([
      ['a.yaml', git(folder, 'rev-parse', 'HEAD:a.yaml')],
      ['deep/er/ü "b"\n.json', blobId(Buffer.from('{}'))],
      ['empty', blobId(Buffer.from(''))],
      ['run.sh', blobId(Buffer.from('#!/bin/sh\n'))],
    ]),
  );
});

test('are those of that commit, not of the folder, and all of them from within a folder too', async () => {
  const later = commit(folder, { 'a.yaml': 'a: 2\n' });
  const [before, after] = [await commitFiles(folder, id), await commitFiles(join(folder, 'deep'), later)];
  expect([before, after].map((files) => files instanceof Map && files.get('a.yaml'))).toEqual(['a: 1\n', 'a: 2\n'].map((text) => blobId(Buffer.from(text))));
});

test('nothing is listed for what is no full id of a commit, or is not there', async () => {
  for (const name of ['main', 'HEAD', id.slice(0, 10), '--help', '', `${id}\n`]) {
    expect(await commitFiles(folder, name)).toEqual({ refusal: 'cannot be listed: it is no full id of a commit' });
  }
  expect(await commitFiles(folder, 'f'.repeat(40))).toEqual({ refusal: 'cannot be read by git' });
  expect(await commitFiles(temporaryFolder(), id)).toEqual({ refusal: 'cannot be read by git' });
});
