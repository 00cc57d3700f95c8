import { diskHost, resolveCommit } from '@breakwater/node';
import { commitId } from '../commit-id.ts';
import type { Repository } from '../repository.ts';
import { statusOf } from '../status-of.ts';
import type { Version } from '../version/version.ts';
import type { Base, Chosen } from './base.ts';
import { baseByRelease } from './base-by-release.ts';
import { baseByTag } from './base-by-tag.ts';

/** What the input `base` names: `file:`, `tag:`, `release:`, or a commit, branch or tag. */
export async function baseByInput(wanted: string, repository: Repository, head: Version): Promise<Base | Chosen> {
  const [, kind, rest] = /^(file|tag|release):(.+)$/s.exec(wanted) ?? [];
  if (rest === undefined) return baseByRef(wanted, repository);
  if (kind === 'file') return baseByFile(rest, repository);
  return kind === 'tag' ? baseByTag(rest, repository, head) : baseByRelease(rest, repository);
}

/** A file of the workspace, such as one that an earlier step has fetched. */
function baseByFile(file: string, { context: { workspace }, limits }: Repository): Base {
  return { version: { host: diskHost(workspace, limits), files: async () => new Map([[file, '']]) }, file, label: `file ${file}` };
}

/** A branch is asked of GitHub first, since a clone may be behind it. What only a clone knows (`HEAD~1`) is asked there. */
async function baseByRef(ref: string, repository: Repository): Promise<Chosen> {
  const sha = (await remoteCommit(ref, repository)) ?? (await localCommit(ref, repository)) ?? (await commitOfRemoteBranch(ref, repository));
  return sha === undefined ? { refusal: refusalOf(ref) } : { sha, how: `input base: ${ref}` };
}

/** `origin/main` is what a clone calls a branch that GitHub calls `main`; a clone of one commit has none of them. */
async function commitOfRemoteBranch(ref: string, repository: Repository): Promise<string | undefined> {
  const [, branch] = /^(?:refs\/remotes\/)?origin\/(.+)$/.exec(ref) ?? [];
  return branch === undefined ? undefined : remoteCommit(branch, repository);
}

function refusalOf(ref: string): string {
  const message = `The input \`base\` is \`${ref}\`, which names no commit of this repository`;
  return /[~^]|^HEAD\b/.test(ref) ? `${message} as it is checked out; a checkout with \`fetch-depth: 0\` has its whole history.` : `${message}.`;
}

async function remoteCommit(ref: string, { client, context }: Repository): Promise<string | undefined> {
  if (/[\s~^:]|\.\.|@\{|^-/.test(ref)) return undefined;
  try {
    return await commitId(client, context, ref);
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 422) return undefined;
    throw error;
  }
}

async function localCommit(ref: string, { top }: Repository): Promise<string | undefined> {
  const commit = top === undefined ? undefined : await resolveCommit(top, ref);
  return typeof commit === 'string' ? commit : undefined;
}
