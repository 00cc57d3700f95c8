import { parentsIn, type Repository } from '../repository.ts';
import type { Version } from '../version/version.ts';
import type { Chosen } from './base.ts';
import { baseByTag, siblingsOf } from './base-by-tag.ts';
import { mergeBaseOf } from './merge-base.ts';

/** The commit to compare with where nobody names one. */
export async function baseByEvent(repository: Repository, head: Version): Promise<Chosen> {
  const { event, payload, ref } = repository.context;
  if (event.startsWith('pull_request')) return baseOfPull(repository, head);
  const { base_sha: mergeGroup } = payload.merge_group ?? {};
  if (mergeGroup !== undefined) return { sha: mergeGroup, how: 'base of the merge group' };
  // All zeros: the branch or tag is new.
  if (payload.before !== undefined && !/^0+$/.test(payload.before)) return { sha: payload.before, how: 'before the push' };
  if (ref.startsWith('refs/tags/')) return baseByTag(siblingsOf(ref.slice('refs/tags/'.length)), repository, head);
  return baseOfBranch(repository, head);
}

/**
 * The exact base of a pull request is the first parent of the merge commit that GitHub made: the payload's `base.sha` is stale as soon
 * as the target branch moves. A branch that merged its target has two parents too; only in GitHub's the head is the second one.
 */
async function baseOfPull(repository: Repository, head: Version): Promise<Chosen> {
  const { base, head: pull } = repository.context.payload.pull_request ?? {};
  if (base?.sha === undefined || pull?.sha === undefined) return { refusal: 'The event names no commits to compare.' };
  const [first, second, ...more] = head.sha === pull.sha ? [] : await parentsIn(repository, head.sha);
  if (first !== undefined && second === pull.sha && more.length === 0) return { sha: first, how: 'first parent of the merge commit' };
  const names = base.ref === undefined ? [base.sha] : [base.ref, base.sha];
  return (await mergeBaseOf(repository, names, pull.sha)) ?? { refusal: `\`${pull.sha.slice(0, 7)}\` and the target branch have no common commit.` };
}

/** Of a branch, where it left the default one; of the default one, the commit before. */
async function baseOfBranch(repository: Repository, head: Version): Promise<Chosen> {
  const main = await defaultBranchOf(repository);
  if (repository.context.ref !== `refs/heads/${main}`) {
    const base = await mergeBaseOf(repository, [main], head.publicSha);
    if (base) return base;
  }
  const [first] = await parentsIn(repository, head.sha);
  return first === undefined
    ? { refusal: 'There is no earlier commit to compare with; name one by the input `base`.' }
    : { sha: first, how: 'parent of the commit' };
}

async function defaultBranchOf({ client, context: { payload, owner, repo } }: Repository): Promise<string> {
  return payload.repository?.default_branch ?? (await client.rest.repos.get({ owner, repo })).data.default_branch;
}
