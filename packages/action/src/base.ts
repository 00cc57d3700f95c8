import type { Host } from '@breakwater/core';
import { diskHost, gitHost, hasCommit, parentsOf, repositoryTop, resolveCommit } from '@breakwater/node';
import type { Client } from './client.ts';
import { contentsHost } from './contents-host.ts';
import type { Context } from './context.ts';
import type { Inputs } from './inputs.ts';

/** What is compared with, and the text of the head. */
export type Base = { readonly head: Host } & ({ readonly host: Host; readonly label: string; readonly sha: string } | { readonly refusal: string });

/**
 * The exact base of a pull request is the first parent of the merge commit that is checked out: the payload's `base.sha` is
 * stale as soon as the target branch moves. The commit itself need not be there; its files then come from the API.
 */
export async function baseOf(inputs: Inputs, context: Context, octokit: Client): Promise<Base> {
  const head = diskHost(context.workspace);
  const top = await repositoryTop(context.workspace);
  if (context.event === 'pull_request_target' && !(await holdsHead(context, top))) return { head, refusal: NOT_THE_HEAD };
  const chosen = inputs.base === '' ? await chosenBase(octokit, context, top) : await wantedBase(inputs.base, octokit, context, top);
  if ('refusal' in chosen) return { head, ...chosen };
  const { sha, how } = chosen;
  const host = top !== undefined && (await hasCommit(top, sha)) ? gitHost(top, sha) : contentsHost(octokit, context, sha);
  return { head, host, sha, label: `${sha.slice(0, 7)} (${how})` };
}

const NOT_THE_HEAD = 'The checkout is not of the pull request: on `pull_request_target` it holds the target branch. Run this action on `pull_request`.';

/** On `pull_request_target` the checkout is of the target branch unless a step chose otherwise; that compared with itself is always green. */
async function holdsHead({ payload }: Context, top: string | undefined): Promise<boolean> {
  const head = payload.pull_request?.head?.sha;
  if (top === undefined || head === undefined) return false;
  return (await resolveCommit(top, 'HEAD')) === head || (await parentsOf(top, 'HEAD'))[1] === head;
}

type Chosen = { readonly sha: string; readonly how: string } | { readonly refusal: string };

async function wantedBase(ref: string, octokit: Client, { owner, repo }: Context, top: string | undefined): Promise<Chosen> {
  const local = top === undefined ? undefined : await resolveCommit(top, ref);
  if (typeof local === 'string') return { sha: local, how: 'input base' };
  const { data } = await octokit.rest.repos.getCommit({ owner, repo, ref });
  return { sha: data.sha, how: 'input base' };
}

async function chosenBase(octokit: Client, context: Context, top: string | undefined): Promise<Chosen> {
  const { event, payload, owner, repo } = context;
  const parents = top === undefined ? [] : await parentsOf(top, 'HEAD');
  const [first] = parents;
  if (event.startsWith('pull_request')) {
    const [base, head] = [payload.pull_request?.base?.sha, payload.pull_request?.head?.sha];
    // A branch that merged its target has two parents too; only GitHub's merge commit has the head of the pull request second.
    const isMergeOfHead = parents.length === 2 && parents[1] === head;
    if (first !== undefined && isMergeOfHead) return { sha: first, how: 'first parent of the merge commit' };
    if (base === undefined || head === undefined) return { refusal: 'The event names no commits to compare.' };
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}` });
    return { sha: data.merge_base_commit.sha, how: 'merge base' };
  }
  const { base_sha: mergeGroup } = payload.merge_group ?? {};
  if (mergeGroup !== undefined) return { sha: mergeGroup, how: 'base of the merge group' };
  if (payload.before !== undefined && !/^0+$/.test(payload.before)) return { sha: payload.before, how: 'before the push' };
  return first === undefined
    ? { refusal: 'There is no earlier commit to compare with; name one by the input `base`.' }
    : { sha: first, how: 'parent of the commit' };
}
