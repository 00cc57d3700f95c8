import type { Client } from '../client.ts';
import type { Context } from '../context.ts';
import { markdownOf } from './markdown.ts';
import type { Telling } from './sink.ts';
import { type Comments, upsertComment } from './upsert-comment.ts';

/** GitHub takes 65,536 characters; by bytes this is safe whatever is counted. */
const MAX_BYTES = 60_000;

/** Keeps one comment in the pull request up to date. A pull request without changes and findings gets none. */
export async function comment({ report, inputs, context, commits, client }: Telling): Promise<void> {
  const issue = context.payload.pull_request?.number;
  if (!inputs.comment || issue === undefined) return;
  const isEmpty = report.findings.length === 0 && report.failures.length === 0;
  await upsertComment(commentsOf(client, inputs.token, context, issue), markdownOf(report, context, commits, MAX_BYTES), { create: !isEmpty, key: inputs.key });
}

function commentsOf(octokit: Client, token: string, { owner, repo }: Context, issue: number): Comments {
  const { issues } = octokit.rest;
  return {
    async *list() {
      const isOurs = await authorTest(octokit, token);
      const pages = octokit.paginate.iterator(issues.listComments, { owner, repo, issue_number: issue, per_page: 100 });
      for await (const { data } of pages) for (const { id, body = '', user } of data) if (user && isOurs(user)) yield { id, body };
    },
    create: async (body) => void (await issues.createComment({ owner, repo, issue_number: issue, body })),
    update: async (id, body) => void (await issues.updateComment({ owner, repo, comment_id: id, body })),
    remove: async (id) => void (await issues.deleteComment({ owner, repo, comment_id: id })),
  };
}

/**
 * Whether a comment was written by our token (threat T17). A personal token can be asked whose it is; the token of an
 * installation, as a workflow has, cannot: its comments are a bot's, and no person is one.
 */
export async function authorTest({ rest }: Client, token: string): Promise<(author: Author) => boolean> {
  if (!/^(ghp|github_pat)_/.test(token)) return ({ type }) => type === 'Bot';
  const { data } = await rest.users.getAuthenticated();
  return ({ login }) => login === data.login;
}

interface Author {
  readonly login: string;
  readonly type: string;
}
