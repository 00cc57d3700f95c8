import { authorOf } from '../../author.ts';
import type { Client } from '../../client.ts';
import { type Context, visibleHead } from '../../context.ts';
import type { Telling } from '../sink.ts';
import { type ChangedFile, type Remark, remarksOf } from './remarks.ts';

/** Whoever has more to repair is better off with `breakwater lint --fix`. */
const MAX_REMARKS = 20;

/** Repairs as suggestions that a click applies, on lines that the pull request has written. Each is made once. */
export async function review({ report, inputs, context, client, repairs }: Telling): Promise<void> {
  const pull = context.payload.pull_request?.number;
  if (!inputs.review || pull === undefined) return;
  const found = await repairs(report);
  if (found.length === 0) return;
  const place = { owner: context.owner, repo: context.repo, pull_number: pull };
  const { data } = await client.rest.pulls.get(place);
  // What is there now is told by the run for it, and lines may have moved.
  if (data.head.sha !== visibleHead(context)) return;
  const files: readonly ChangedFile[] = await client.paginate(client.rest.pulls.listFiles, { ...place, per_page: 100 });
  const remarks = remarksOf(found, files);
  const made = remarks.length === 0 ? new Set() : await madeBefore(client, place);
  const fresh = remarks.filter((remark) => !made.has(nameOf(remark)));
  if (fresh.length > 0) await write(client, context, place, fresh);
}

type Place = { readonly owner: string; readonly repo: string; readonly pull_number: number };

async function write(client: Client, context: Context, place: Place, fresh: readonly Remark[]): Promise<void> {
  const left = fresh.length - MAX_REMARKS;
  const more = left > 0 ? ` ${left} more are not shown: \`breakwater lint --fix\` makes them all.` : '';
  await client.rest.pulls.createReview({
    ...place,
    commit_id: visibleHead(context),
    event: 'COMMENT',
    body: `Breakwater can repair ${fresh.length} of the findings on lines of this pull request.${more}`,
    comments: fresh.slice(0, MAX_REMARKS).map(({ path, start, end, body }) => ({
      ...{ path, body, side: 'RIGHT', line: end },
      ...(start < end && { start_line: start, start_side: 'RIGHT' }),
    })),
  });
}

/** The remarks of ours that are there already, outdated ones too. */
async function madeBefore(client: Client, place: Place): Promise<ReadonlySet<string>> {
  const us = await authorOf(client);
  const comments = await client.paginate(client.rest.pulls.listReviewComments, { ...place, per_page: 100 });
  return new Set(comments.filter(({ user }) => user?.login === us).map(nameOf));
}

/** The file, and the marker that a remark begins with. */
function nameOf({ path, body }: { readonly path: string; readonly body: string }): string {
  return JSON.stringify([path, body.split('\n')[0]]);
}
