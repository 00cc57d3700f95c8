import { parentsOf, resolveCommit } from '@breakwater/node';
import type { Repository } from './repository.ts';
import { commitVersion } from './version/commit-version.ts';
import { githubVersion } from './version/github-version.ts';
import { diskVersion } from './version/local-version.ts';
import type { Version } from './version/version.ts';

/**
 * What is checked: the checkout, if it is of what the event is about, with what earlier steps made of it. Without a checkout, or with
 * one of something else (on `pull_request_target` it is of the target branch, which compared with itself is always green), it is read
 * from GitHub, as data.
 */
export async function headOf(repository: Repository): Promise<Version> {
  const { context, top, limits } = repository;
  const wanted = wantedOf(repository);
  const checkedOut = top === undefined ? undefined : await checkedOutOf(top, wanted);
  const [first = context.sha] = wanted;
  if (checkedOut === undefined) return githubVersion(repository, first);
  return diskVersion(context.workspace, await commitVersion(repository, checkedOut), wanted.includes(checkedOut) ? checkedOut : first, limits);
}

/** The commits that the event is about: first the one to read where none of them is checked out. */
function wantedOf({ context: { event, payload, sha } }: Repository): readonly string[] {
  const head = payload.pull_request?.head?.sha;
  if (head === undefined) return [sha];
  // The `GITHUB_SHA` of `pull_request_target` is the target branch's.
  return event === 'pull_request_target' ? [head] : [sha, head];
}

/** Which of them is checked out, as it is, or merged with or followed by something else. */
async function checkedOutOf(top: string, wanted: readonly string[]): Promise<string | undefined> {
  const head = await resolveCommit(top, 'HEAD');
  if (typeof head === 'string' && wanted.includes(head)) return head;
  const parents = await parentsOf(top, 'HEAD');
  return parents.some((parent) => wanted.includes(parent)) && typeof head === 'string' ? head : undefined;
}
