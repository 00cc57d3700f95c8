import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { gitHost } from '../src/index.ts';
import { commit, git, newRepository, temporaryFolder } from './repository.ts';

let folder = '';
let id = '';

beforeAll(() => {
  folder = newRepository({ 'a.yaml': 'first: 1\n' });
  symlinkSync('a.yaml', join(folder, 'link.yaml'));
  symlinkSync('api', join(folder, 'linked'));
  id = commit(folder, {
    'a.yaml': 'second: 2\n',
    'api/v1/b.json': '{}',
    'api/ä ö.yml': 'ä: 1',
    '-p.yaml': 'dash: 1',
    ':(top)x.yaml': 'magic: 1',
    'folder.yaml/inside.json': '1',
    '.env': 'TOKEN=1',
    'latin.yaml': Uint8Array.of(0xe9),
    'large.yaml': Buffer.alloc(21_000_000, ' '),
  });
  git(folder, 'update-index', '--add', '--cacheinfo', `160000,${id},module`);
  git(folder, 'commit', '-m', 'submodule');
  id = git(folder, 'rev-parse', 'HEAD');
  writeFileSync(join(folder, 'a.yaml'), 'not committed: 3\n');
});

test.each([
  ['a.yaml', 'second: 2\n'],
  ['./api//v1/b.json', '{}'],
  ['api/ä ö.yml', 'ä: 1'],
  ['-p.yaml', 'dash: 1'],
  [':(top)x.yaml', 'magic: 1'],
  ['folder.yaml/inside.json', '1'],
])('%s is read from the commit', async (uri, text) => {
  expect(await gitHost(folder, id).readFile(uri)).toEqual({ text });
});

test('each version has its own text', async () => {
  const first = git(folder, 'rev-list', '--max-parents=0', 'HEAD');
  expect(await gitHost(folder, first).readFile('a.yaml')).toEqual({ text: 'first: 1\n' });
  expect(await gitHost(folder, first).readFile('api/v1/b.json')).toEqual({ refusal: 'does not exist' });
});

test.each([
  ['missing.yaml', 'does not exist'],
  ['api/missing/x.yaml', 'does not exist'],
  ['a.yaml/x.yaml', 'does not exist'],
  ['link.yaml', 'is a symbolic link, which is not followed in a commit'],
  ['linked/v1/b.json', 'is a symbolic link, which is not followed in a commit'],
  ['module/x.yaml', 'is in a submodule, which is not read'],
  ['folder.yaml', 'is not a file'],
  ['../a.yaml', 'is outside the workspace'],
  ['api/../a.yaml', 'is outside the workspace'],
  ['/etc/passwd', 'is outside the workspace'],
  ['.env', 'is not read: its name ends in none of .yaml, .yml and .json'],
  ['.git/config', 'is inside `.git`, which is not read'],
  ['latin.yaml', 'is not UTF-8 text'],
  ['large.yaml', 'is larger than 20 MB'],
])('%s is refused', async (uri, refusal) => {
  expect(await gitHost(folder, id).readFile(uri)).toEqual({ refusal });
});

test('only a full id is taken, and what is not there is no absent file', async () => {
  for (const commitish of ['HEAD', 'main', '--upload-pack=x', `${id}:`, id.slice(0, 10), `${id}\n`]) {
    expect(await gitHost(folder, commitish).readFile('a.yaml')).toEqual({ refusal: 'is not read: its version is no full id of a commit' });
  }
  expect(await gitHost(folder, 'f'.repeat(40)).readFile('a.yaml')).toEqual({ refusal: 'cannot be read by git' });
  expect(await gitHost(temporaryFolder(), id).readFile('a.yaml')).toEqual({ refusal: 'cannot be read by git' });
});

test('a partial clone says what it lacks instead of fetching it', async () => {
  git(folder, 'config', 'uploadpack.allowFilter', 'true');
  const clone = join(temporaryFolder(), 'clone');
  git(folder, 'clone', '--no-checkout', '--filter=blob:none', `file://${folder}`, clone);
  expect(await gitHost(clone, id).readFile('a.yaml')).toEqual({ refusal: 'is not in this clone of the repository' });
  expect(await gitHost(clone, id).readFile('missing.yaml')).toEqual({ refusal: 'does not exist' });
});
