import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, gitText } from './git.ts';
import { type Files, importCommits } from './import-commits.ts';

export interface RepositoryOptions {
  /** On the default branch, `main`. */
  readonly base: Files;
  /** What the pull request changes. */
  readonly head: Files;
  /** By name of their tag, in this order: committed to `main` before the base. */
  readonly released?: Readonly<Record<string, Files>>;
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
  /** A tag at a commit, or at a further one with these files on top of it; with a message it is a thing of its own, as `git tag -a` makes it. */
  tag(name: string, at: string, more?: { readonly files?: Files; readonly message?: string }): Promise<void>;
  remove(): Promise<void>;
}

/** A repository with one pull request, in a temporary folder. Every commit has a fixed date, so the SHAs are stable. */
export async function buildRepository(options: RepositoryOptions): Promise<TestRepository> {
  const { base, released = {}, mainSince, fullName = 'octo-org/shop', number = 7, branch = 'feature', fork = fullName } = options;
  const path = await mkdtemp(join(tmpdir(), 'repository-'));
  await git(path, ['init', '--quiet', '--bare', '--initial-branch=main']);
  // GitHub lets a client fetch any commit that it can name, and filter what it gets.
  await git(path, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  await git(path, ['config', 'uploadpack.allowFilter', 'true']);
  const main = 'refs/heads/main';
  for (const [name, files] of Object.entries(released)) {
    await importCommits(path, [{ ref: main, message: name, files, ...(await tipOf(path, main)) }]);
    await git(path, ['update-ref', `refs/tags/${name}`, main]);
  }
  await importCommits(path, [{ ref: main, message: 'The base', files: base, ...(await tipOf(path, main)) }]);
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
    tag: (name, at, more) => tagIn(path, name, at, more),
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

async function tipOf(path: string, ref: string): Promise<{ readonly from?: string }> {
  const from = await gitText(path, ['rev-parse', '--verify', '--quiet', ref]);
  return from === undefined ? {} : { from };
}

const tagIn: (path: string, ...args: Parameters<TestRepository['tag']>) => Promise<void> = async (path, name, at, { files, message } = {}) => {
  const ref = `refs/tags/${name}`;
  if (files) await importCommits(path, [{ ref, from: at, message: name, files }]);
  else await git(path, ['update-ref', ref, at]);
  if (message === undefined) return;
  const tagger = 'tagger Mona Lisa <mona@example.com> 1767225600 +0000';
  const input = `object ${await shaOf(path, ref)}\ntype commit\ntag ${name}\n${tagger}\n\n${message}\n`;
  await git(path, ['update-ref', ref, (await git(path, ['mktag'], { input })).toString('utf8').trim()]);
};

async function shaOf(path: string, ref: string): Promise<string> {
  return (await git(path, ['rev-parse', '--verify', ref])).toString('utf8').trim();
}
