import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultBranch, diskHost, gitHost, hasCommit, mergeBase, parentsOf, repositoryTop, resolveCommit } from '../src/index.ts';

let folder = '';
let repository = '';
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: repository, encoding: 'utf8' }).trim();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'breakwater-'));
  repository = join(folder, 'repository');
  mkdirSync(join(repository, 'api'), { recursive: true });
  writeFileSync(join(folder, 'secret.yaml'), 'secret: 1\n');
  writeFileSync(join(folder, 'secret.txt'), 'secret\n');
  writeFileSync(join(repository, 'api/a.yaml'), 'one: \u20ac\n');
  writeFileSync(join(repository, 'notes.txt'), 'x');
  mkdirSync(join(repository, 'folder.yaml'));
  writeFileSync(join(repository, 'folder.yaml/x'), 'x');
  symlinkSync('../secret.yaml', join(repository, 'out.yaml'));
  symlinkSync('api/a.yaml', join(repository, 'in.yaml'));
  symlinkSync('notes.txt', join(repository, 'disguised.yaml'));
  symlinkSync('..', join(repository, 'up'));
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'one');
  git('checkout', '-qb', 'topic');
  writeFileSync(join(repository, 'api/a.yaml'), 'two: 2\n');
  git('commit', '-qam', 'two');
  writeFileSync(join(repository, 'utf16.yaml'), Buffer.from([0xff, 0xfe, 0x61, 0]));
  writeFileSync(join(repository, 'latin.yaml'), Buffer.from([0x61, 0xe9]));
  writeFileSync(join(repository, 'huge.yaml'), '');
  truncateSync(join(repository, 'huge.yaml'), 21_000_000);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the disk', () => {
  test.each([
    ['api/a.yaml', { text: 'two: 2\n' }],
    ['in.yaml', { text: 'two: 2\n' }],
    ['nothing.yaml', { refusal: 'does not exist' }],
    ['out.yaml', { refusal: 'is outside the workspace' }],
    ['up/secret.yaml', { refusal: 'is outside the workspace' }],
    ['../secret.yaml', { refusal: 'is outside the workspace' }],
    ['../nothing.yaml', { refusal: 'is outside the workspace' }],
    ['/etc/passwd', { refusal: 'is outside the workspace' }],
    ['/proc/self/environ', { refusal: 'is outside the workspace' }],
    ['.git/config', { refusal: 'is inside `.git`, which is not read' }],
    ['notes.txt', { refusal: 'is not read: its name ends in none of .yaml, .yml and .json' }],
    ['disguised.yaml', { refusal: 'is not read: its name ends in none of .yaml, .yml and .json' }],
    ['folder.yaml', { refusal: 'is not a file' }],
    ['huge.yaml', { refusal: 'is larger than 20 MB' }],
    ['utf16.yaml', { refusal: 'is UTF-16 text; save it as UTF-8' }],
    ['latin.yaml', { refusal: 'is not UTF-8 text' }],
  ])('%s', async (uri, expected) => {
    expect(await diskHost(repository).readFile(uri)).toEqual(expected);
  });
});

describe('a commit', () => {
  test.each([
    ['api/a.yaml', { text: 'one: \u20ac\n' }],
    ['nothing.yaml', { refusal: 'does not exist' }],
    ['in.yaml', { refusal: 'is a symbolic link, which is not followed in a commit' }],
    ['../secret.yaml', { refusal: 'is outside the workspace' }],
    ['/etc/hosts.yaml', { refusal: 'is outside the workspace' }],
    ['folder.yaml', { refusal: 'is not a file' }],
    ['notes.txt', { refusal: 'is not read: its name ends in none of .yaml, .yml and .json' }],
    ['--output=x.yaml', { refusal: 'does not exist' }],
    [':(glob)api/*.yaml', { refusal: 'does not exist' }],
  ])('%s', async (uri, expected) => {
    expect(await gitHost(repository, git('rev-parse', 'main')).readFile(uri)).toEqual(expected);
  });
});

describe('commits', () => {
  test.each(['--upload-pack=touch x', '-c', '', 'a b', 'main..topic', '@{u}', 'HEAD:api/a.yaml', ':/one', 'a\nb', 'main^{tree}', '../main'])(
    '%j is no name',
    async (ref) => {
      expect(await resolveCommit(repository, ref)).toEqual({ refusal: 'is no name of a git commit' });
    },
  );

  test('names are resolved', async () => {
    const main = git('rev-parse', 'main');
    expect(await resolveCommit(repository, 'main')).toBe(main);
    expect(await resolveCommit(repository, main.slice(0, 10))).toBe(main);
    expect(await resolveCommit(repository, 'topic~1')).toBe(main);
    expect(await resolveCommit(repository, 'nowhere')).toEqual({ refusal: expect.stringContaining('names no commit') });
    expect(await mergeBase(repository, 'main')).toBe(main);
    expect(await defaultBranch(repository)).toBe('main');
    expect(await parentsOf(repository, 'HEAD')).toEqual([main]);
    expect(await hasCommit(repository, main)).toBe(true);
    expect(await hasCommit(repository, '0'.repeat(40))).toBe(false);
  });

  test('outside of any repository there is no top', async () => {
    expect(await repositoryTop(folder)).toBeUndefined();
  });

  test('a hook or monitor of the repository is not run', async () => {
    git('config', 'core.fsmonitor', 'touch hacked');
    expect(await repositoryTop(join(repository, 'api'))).toBe(git('rev-parse', '--show-toplevel'));
    expect(await diskHost(repository).readFile('hacked')).toEqual({ refusal: 'does not exist' });
  });
});
