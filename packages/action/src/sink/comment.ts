import { authorOf } from '../author.ts';
import type { Client } from '../client.ts';
import type { Context } from '../context.ts';
import { once } from '../version/once.ts';
import { legOf } from './leg.ts';
import { markdownOf } from './markdown.ts';
import type { Telling } from './sink.ts';
import { type Comments, OURS, upsertComment } from './upsert-comment.ts';

/** GitHub takes 65,536 characters; by bytes this is safe whatever is counted. */
const MAX_BYTES = 60_000;

/** Keeps one comment in the pull request up to date. A pull request without changes and findings of its own gets none. */
export async function comment(telling: Telling): Promise<void> {
  const { report, inputs, context, commits, client } = telling;
  const issue = context.payload.pull_request?.number;
  if (!inputs.comment || issue === undefined) return;
  const isEmpty = report.findings.every(({ inBase }) => inBase) && report.failures.length === 0;
  await upsertComment(commentsOf(client, context, issue), markdownOf(report, context, commits, MAX_BYTES, true), {
    create: !isEmpty,
    key: inputs.key === '' ? markerOf(legOf(telling)) : inputs.key,
  });
}

/** A workflow may have any name, and this stands in a comment of HTML. */
function markerOf(leg: string): string {
  return leg.split('/').map(encodeURIComponent).join('/').replaceAll('-', '%2D');
}

function commentsOf(octokit: Client, { owner, repo }: Context, issue: number): Comments {
  const { issues } = octokit.rest;
  return {
    async *list() {
      const us = once(() => authorOf(octokit));
      const pages = octokit.paginate.iterator(issues.listComments, { owner, repo, issue_number: issue, per_page: 100 });
      for await (const { data } of pages)
        for (const { id, body = '', user } of data) if (body.startsWith(OURS) && user?.login === (await us())) yield { id, body };
    },
    create: async (body) => void (await issues.createComment({ owner, repo, issue_number: issue, body })),
    update: async (id, body) => void (await issues.updateComment({ owner, repo, comment_id: id, body })),
    remove: async (id) => void (await issues.deleteComment({ owner, repo, comment_id: id })),
  };
}
