import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from './git.ts';
import { type Files, importCommits } from './import-commits.ts';

export interface RepositoryOptions {
  /** On the default branch, `main`. */
  readonly base: Files;
  /** What the pull request changes. */
  readonly head: Files;
  /** Committed to `main` after the pull request's branch left it: the branch is behind. */
  readonly mainSince?: Files;
  readonly fullName?: string;
  readonly number?: number;
  readonly branch?: string;
  /** The full name of the fork that the pull request comes from. */
  readonly fork?: string;
}

interface PullRequest {
  readonly number: number;
  readonly branch: string;
  /** The repository of the branch: the fork's, or the same one. */
  readonly headRepository: string;
  /** Tip of `main`, and the first parent of the merge commit. */
  readonly baseSha: string;
  readonly headSha: string;
  /** `refs/pull/N/merge`, as GitHub makes it: first parent the base, second parent the head. */
  readonly mergeSha: string;
  /** Where the branch left `main`. The payload's `base.sha` stays here when `main` moves on. */
  readonly mergeBaseSha: string;
}

export interface TestRepository {
  /** A bare repository. */
  readonly path: string;
  readonly fullName: string;
  /** The one pull request, as it is now. */
  readonly pull: PullRequest;
  /** A further commit on the pull request's branch, and a new merge commit. */
  push(files: Files): Promise<PullRequest>;
  remove(): Promise<void>;
}

/** A repository with one pull request, in a temporary folder. Every commit has a fixed date, so the SHAs are stable. */
export async function buildRepository(options: RepositoryOptions): Promise<TestRepository> {
  const { base, mainSince, fullName = 'octo-org/shop', number = 7, branch = 'feature', fork = fullName } = options;
  const path = await mkdtemp(join(tmpdir(), 'repository-'));
  await git(path, ['init', '--quiet', '--bare', '--initial-branch=main']);
  // GitHub lets a client fetch any commit that it can name, and filter what it gets.
  await git(path, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  await git(path, ['config', 'uploadpack.allowFilter', 'true']);
  const main = 'refs/heads/main';
  await importCommits(path, [{ ref: main, message: 'The base', files: base }]);
  const mergeBaseSha = await shaOf(path, main);
  if (mainSince) await importCommits(path, [{ ref: main, from: mergeBaseSha, message: 'Main moved on', files: mainSince }]);
  const baseSha = await shaOf(path, main);

  let changed: Files = {};
  let pull: PullRequest = { number, branch, headRepository: fork, baseSha, mergeBaseSha, headSha: mergeBaseSha, mergeSha: baseSha };
  const push = async (files: Files): Promise<PullRequest> => {
    changed = { ...changed, ...files };
    pull = await pushTo(path, pull, files, changed);
    if (fork === fullName) await git(path, ['update-ref', `refs/heads/${branch}`, pull.headSha]);
    return pull;
  };
  await push(options.head);
  return {
    path,
    fullName,
    get pull() {
      return pull;
    },
    push,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** GitHub keeps `refs/pull/N/head` and `refs/pull/N/merge` in the base's repository, for a fork's pull request too. */
async function pushTo(path: string, pull: PullRequest, files: Files, changed: Files): Promise<PullRequest> {
  const head = `refs/pull/${pull.number}/head`;
  const merge = `refs/pull/${pull.number}/merge`;
  await importCommits(path, [
    { ref: head, from: pull.headSha, message: 'A change', files },
    { ref: merge, from: pull.baseSha, merge: ':1', message: `Merge ${pull.branch} into main`, files: changed },
  ]);
  return { ...pull, headSha: await shaOf(path, head), mergeSha: await shaOf(path, merge) };
}

async function shaOf(path: string, ref: string): Promise<string> {
  return (await git(path, ['rev-parse', '--verify', ref])).toString('utf8').trim();
}
