import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkOut } from './checkout.ts';
import { git, gitText } from './git.ts';
import { type GitHubOptions, startGitHub } from './loopback.ts';
import { buildRepository } from './repository.ts';

const undo: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const one of undo.splice(0).toReversed()) await one();
});

async function setUp(options: Partial<GitHubOptions> = {}) {
  const repository = await buildRepository({
    base: { a: 'before\n' },
    head: { a: 'after\n', b: { symlink: 'a' } },
    mainSince: { c: 'later\n' },
    fork: 'mona/shop',
  });
  undo.push(repository.remove);
  const github = await startGitHub({ repository, ...options });
  undo.push(github.close);
  return { repository, github, remote: `${github.url}/${repository.fullName}` };
}

test('a checkout is one commit deep, and its merge commit still names both parents', async () => {
  const { repository, github, remote } = await setUp();
  const { mergeSha, baseSha, headSha } = repository.pull;
  const workspace = await checkOut({ remote, sha: mergeSha, ref: 'refs/pull/7/merge' });
  undo.push(workspace.remove);
  const commit = (await git(workspace.path, ['cat-file', 'commit', 'HEAD'])).toString();
  expect(commit.match(/^parent .*$/gm)).toEqual([`parent ${baseSha}`, `parent ${headSha}`]);
  expect(await gitText(workspace.path, ['rev-list', '--all', '--count'])).toBe('1');
  expect(await gitText(workspace.path, ['symbolic-ref', '--quiet', 'HEAD'])).toBeUndefined();
  expect(await readFile(join(workspace.path, 'b'), 'utf8')).toBe('after\n');
  expect(await readFile(join(workspace.path, 'c'), 'utf8')).toBe('later\n');

  expect(await gitText(workspace.path, ['cat-file', '-e', `${baseSha}^{commit}`])).toBeUndefined();
  await git(workspace.path, ['fetch', '--depth=1', '--no-tags', 'origin', baseSha]);
  expect((await git(workspace.path, ['show', `${baseSha}:a`])).toString()).toBe('before\n');
  expect(github.requests.filter(({ operation }) => operation === 'git').length).toBeGreaterThan(2);
  expect(github.violations).toEqual([]);
});

test('a private repository is fetched with the token that the checkout keeps, and not without', async () => {
  const { repository, remote } = await setUp({ isPrivate: true });
  const { mergeSha: sha, baseSha } = repository.pull;
  await expect(checkOut({ remote, sha, ref: 'refs/pull/7/merge' })).rejects.toThrow('could not read Username');
  const workspace = await checkOut({ remote, sha, ref: 'refs/pull/7/merge', token: 'fork-token' });
  undo.push(workspace.remove);
  await git(workspace.path, ['fetch', '--depth=1', 'origin', baseSha]);
});

test('a fetch fails as planted', async () => {
  const { repository, github, remote } = await setUp();
  const workspace = await checkOut({ remote, sha: repository.pull.baseSha, ref: 'refs/heads/main' });
  undo.push(workspace.remove);
  expect(await gitText(workspace.path, ['symbolic-ref', 'HEAD'])).toBe('refs/heads/main');
  github.plant({ operation: 'git', status: 503 });
  const fetch = ['fetch', '--depth=1', 'origin', repository.pull.headSha];
  await expect(git(workspace.path, fetch)).rejects.toThrow('503');
  await git(workspace.path, fetch);
});

test('a push to the pull request makes a new merge commit on the same base', async () => {
  const { repository } = await setUp();
  const { headSha, baseSha } = repository.pull;
  const { mergeSha, headSha: newHead } = await repository.push({ d: 'more\n' });
  expect(newHead).not.toBe(headSha);
  expect(await gitText(repository.path, ['rev-list', '--parents', '-1', mergeSha])).toBe(`${mergeSha} ${baseSha} ${newHead}`);
  expect(await gitText(repository.path, ['ls-tree', '--name-only', mergeSha])).toBe('a\nb\nc\nd');
});
