import type { Run } from '@breakwater/core';
import type { Client } from '../client.ts';
import type { Context } from '../context.ts';

/**
 * The pull request that a report names, if it is the one whose run has ended. The report is the word of a stranger; the
 * event and the API are not, and both have to say the same (threat T24).
 */
export async function pullRequestOf(context: Context, { pullRequest }: Run, client: Client): Promise<Context | undefined> {
  const { owner, repo, payload } = context;
  const { head_sha: head, head_repository: fork } = payload.workflow_run ?? {};
  if (!pullRequest) throw new Error('the report names no pull request; on `workflow_run` only those of pull requests are told.');
  if (head === undefined || pullRequest.head !== head) return undefined;
  const { data } = await client.rest.pulls.get({ owner, repo, pull_number: pullRequest.number });
  if (data.head.sha !== head || data.head.repo?.full_name === undefined || data.head.repo.full_name !== fork?.full_name) return undefined;
  return { ...context, payload: { pull_request: { number: data.number, head: { sha: head } } } };
}
