import { getOctokit } from '@actions/github';
import type { Report } from '@breakwater/core';
import type { Base } from '../base.ts';
import { statusOf } from '../contents-host.ts';
import type { Context } from '../context.ts';
import type { Inputs } from '../inputs.ts';
import { markdownOf } from './markdown.ts';
import { type Comments, upsertComment } from './upsert-comment.ts';

/** GitHub takes 65,536 characters; by bytes this is safe whatever is counted. */
const MAX_BYTES = 60_000;

/** Keeps one comment in the pull request up to date. A pull request without changes and findings gets none. */
export async function comment(report: Report, { token, comment: wanted }: Inputs, context: Context, base: Base): Promise<void> {
  const issue = context.payload.pull_request?.number;
  if (!wanted || issue === undefined) return;
  const isEmpty = report.findings.length === 0 && report.failures.length === 0;
  await upsertComment(commentsOf(getOctokit(token), context, issue), markdownOf(report, context, base, MAX_BYTES), { create: !isEmpty });
}

function commentsOf(octokit: ReturnType<typeof getOctokit>, { owner, repo }: Context, issue: number): Comments {
  const { issues } = octokit.rest;
  return {
    async *list() {
      const author = await loginOf(octokit);
      const pages = octokit.paginate.iterator(issues.listComments, { owner, repo, issue_number: issue, per_page: 100 });
      for await (const { data } of pages) for (const { id, body = '', user } of data) if (user?.login === author) yield { id, body };
    },
    create: async (body) => void (await issues.createComment({ owner, repo, issue_number: issue, body })),
    update: async (id, body) => void (await issues.updateComment({ owner, repo, comment_id: id, body })),
    remove: async (id) => void (await issues.deleteComment({ owner, repo, comment_id: id })),
  };
}

/** The token of a workflow is an installation's and may not ask who it is: then it is the bot of Actions. */
async function loginOf(octokit: ReturnType<typeof getOctokit>): Promise<string> {
  try {
    return (await octokit.rest.users.getAuthenticated()).data.login;
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    return 'github-actions[bot]';
  }
}
