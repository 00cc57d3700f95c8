import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { defaultBranch, gitHost, hasCommit, mergeBase, parentsOf, repositoryTop, resolveCommit } from '../src/index.ts';
import { commit, git, newRepository, temporaryFolder, write } from './repository.ts';

let folder = '';
let first = '';
let onMain = '';
let onBranch = '';

beforeAll(() => {
  folder = newRepository({ 'a.yaml': '1' });
  first = git(folder, 'rev-parse', 'HEAD');
  onMain = commit(folder, { 'a.yaml': '2' });
  git(folder, 'tag', 'v1.0', '-a', '-m', 'one');
  git(folder, 'checkout', '-b', 'feature/x', first);
  onBranch = commit(folder, { 'a.yaml': '3' });
});

afterEach(() => vi.unstubAllEnvs());

test('a branch, a tag, an id and an ancestor name a commit', async () => {
  expect(await resolveCommit(folder, 'main')).toBe(onMain);
  expect(await resolveCommit(folder, 'v1.0')).toBe(onMain);
  expect(await resolveCommit(folder, 'feature/x')).toBe(onBranch);
  expect(await resolveCommit(folder, onBranch.slice(0, 9))).toBe(onBranch);
  for (const name of ['HEAD~1', 'HEAD^', 'main~1', 'HEAD~', first]) expect(await resolveCommit(folder, name)).toBe(first);
});

test.each([
  '',
  '--upload-pack=touch /tmp/x',
  '--upload-pack=x',
  '-c core.pager=x',
  '--output=x',
  'HEAD:../x',
  'main:a.yaml',
  '@{u}',
  '@{-1}',
  'main@{1 day ago}',
  '@',
  '@~1',
  '~1',
  'main~1x',
  'main~12345',
  'a?b',
  'a\\b',
  'a.',
  'a\nb',
  'main\0',
  'a..b',
  '..main',
  ':/fix',
  'main^{tree}',
  'main^{/x}',
  '^main',
  'a b',
  'a/.b',
  'a.lock',
  'a//b',
  '/a',
  'a/',
  '[x]',
  '*',
])('%j is refused without asking git', async (ref) => {
  expect(await resolveCommit(folder, ref)).toEqual({ refusal: 'is no name of a git commit' });
  expect(await mergeBase(folder, ref)).toEqual({ refusal: 'is no name of a git commit' });
});

test('what names no commit is said so', async () => {
  expect(await resolveCommit(folder, 'x'.repeat(501))).toEqual({ refusal: 'is no name of a git commit' });
  for (const ref of ['nothing', 'x'.repeat(500), 'f'.repeat(40), 'HEAD~99', git(folder, 'rev-parse', 'HEAD:a.yaml')]) {
    expect(await resolveCommit(folder, ref)).toEqual({ refusal: 'names no commit in this repository; fetch it first, or check the spelling' });
  }
});

test('the merge base is the last common commit', async () => {
  expect(await mergeBase(folder, 'main')).toBe(first);
  expect(await mergeBase(folder, 'HEAD')).toBe(onBranch);
  const other = newRepository({ 'a.yaml': '1' });
  git(other, 'checkout', '--orphan', 'alone');
  commit(other, { 'b.yaml': '1' });
  expect(await mergeBase(other, 'main')).toEqual({ refusal: expect.stringContaining('has no common ancestor') });
});

test('the default branch is what the remote says, else main or master, there or here', async () => {
  expect(await defaultBranch(folder)).toBe('main');
  const clone = join(temporaryFolder(), 'clone');
  git(folder, 'clone', `file://${folder}`, clone);
  expect(await defaultBranch(clone)).toBe('origin/feature/x');
  git(folder, 'branch', 'master', 'main');
  git(clone, 'remote', 'set-head', 'origin', '--delete');
  expect(await defaultBranch(clone)).toBe('origin/main');
  git(clone, 'update-ref', 'refs/remotes/origin/master', 'refs/remotes/origin/main');
  git(clone, 'update-ref', '-d', 'refs/remotes/origin/main');
  expect(await defaultBranch(clone)).toBe('origin/master');
  git(folder, 'branch', '-m', 'main', 'trunk');
  expect(await defaultBranch(folder)).toBe('master');
  git(folder, 'branch', '-m', 'trunk', 'main');
  expect(await defaultBranch(temporaryFolder())).toBeUndefined();
});

test('the top of the repository is spelled as the folder is', async () => {
  mkdirSync(join(folder, 'deep/er'), { recursive: true });
  const link = join(temporaryFolder(), 'link');
  symlinkSync(folder, link);
  symlinkSync(join(folder, 'deep/er'), `${link}-inside`);
  expect(await repositoryTop(folder)).toBe(folder);
  expect(await repositoryTop(join(folder, 'deep/er'))).toBe(folder);
  expect(await repositoryTop(join(link, 'deep'))).toBe(link);
  expect(await repositoryTop(`${link}-inside`)).toBe(folder);
  expect(await repositoryTop(temporaryFolder())).toBeUndefined();
  expect(await repositoryTop(join(folder, 'nowhere'))).toBeUndefined();
});

test('a shallow clone knows parents that it does not have', async () => {
  git(folder, 'checkout', '--detach', 'main');
  git(folder, 'merge', '--no-ff', '-s', 'ours', '-m', 'merge', 'feature/x');
  const merged = git(folder, 'rev-parse', 'HEAD');
  git(folder, 'branch', 'merged', merged);
  git(folder, 'checkout', 'feature/x');
  const clone = join(temporaryFolder(), 'clone');
  git(folder, 'clone', '--depth=1', '--branch=merged', `file://${folder}`, clone);
  expect(await parentsOf(clone, 'HEAD')).toEqual([onMain, onBranch]);
  expect(await hasCommit(clone, merged)).toBe(true);
  expect(await hasCommit(clone, onMain)).toBe(false);
  expect(await hasCommit(clone, '--help')).toBe(false);
});

test('the parents of a commit are those of its header, whatever its message says; of what is not there, there are none', async () => {
  const other = newRepository({ 'a.yaml': '1' });
  const root = git(other, 'rev-parse', 'HEAD');
  git(other, 'commit', '--allow-empty', '-m', `first\n\nparent ${onMain}\n\nauthor of it all`);
  expect(await parentsOf(other, 'HEAD')).toEqual([root]);
  for (const ref of [root, 'nothing', 'HEAD@{0}', 'HEAD:a.yaml']) expect(await parentsOf(other, ref)).toEqual([]);
});

test('a repository may name its commits by SHA-256', async () => {
  const other = temporaryFolder();
  git(other, 'init', '--object-format=sha256');
  const root = commit(other, { 'a.yaml': '1' });
  const next = commit(other, { 'a.yaml': '2' });
  expect(next).toHaveLength(64);
  expect(await resolveCommit(other, 'main')).toBe(next);
  expect(await parentsOf(other, next)).toEqual([root]);
  expect([await hasCommit(other, root), await hasCommit(other, root.slice(0, 63)), await hasCommit(other, 'main')]).toEqual([true, false, false]);
});

test('variables and settings that start programs or point elsewhere have no effect', async () => {
  const hostile = newRepository({ 'a.yaml': 'mine: 1' });
  const id = git(hostile, 'rev-parse', 'HEAD');
  const trap = join(hostile, 'trap.sh');
  write(hostile, { 'trap.sh': `#!/bin/sh\ntouch "${hostile}/sprung"\n` });
  chmodSync(trap, 0o755);
  for (const name of ['core.fsmonitor', 'core.pager', 'core.sshCommand', 'core.gitProxy', 'diff.external']) git(hostile, 'config', name, trap);
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_OBJECT_DIRECTORY']) vi.stubEnv(name, folder);
  vi.stubEnv('GIT_TRACE', join(hostile, 'trace'));
  expect(await repositoryTop(hostile)).toBe(hostile);
  expect(await resolveCommit(hostile, 'main')).toBe(id);
  expect(await gitHost(hostile, id).readFile('a.yaml')).toEqual({ text: 'mine: 1' });
  expect(existsSync(join(hostile, 'sprung'))).toBe(false);
  expect(existsSync(join(hostile, 'trace'))).toBe(false);
});

test('without git there is a plain answer', async () => {
  vi.stubEnv('PATH', '/nowhere');
  expect(await resolveCommit(folder, 'main')).toEqual({ refusal: 'cannot be looked up, as git is not installed' });
  expect(await repositoryTop(folder)).toBeUndefined();
});
