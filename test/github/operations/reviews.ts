import { type Answer, notFound, ok, paged, refusal } from '../answer.ts';
import { changedFiles } from '../git-diff.ts';
import { type Handler, toUser, type World } from '../handler.ts';
import { isObject, type JsonObject, listAt, numberAt, textAt } from '../json.ts';
import type { ReviewComment } from '../state.ts';

const list: Handler = ({ path, query, url }, world) => {
  if (Number(path.pull_number) !== world.repository.pull.number) return notFound;
  const { items, headers } = paged(world.state.reviewComments, query, url);
  return ok(
    items.map((one) => toReviewComment(one, world)),
    { headers },
  );
};

/** One comment outside the difference, and the whole review is refused (parkerbxyz/suggest-changes#48). */
const create: Handler = async ({ path, body, author }, world) => {
  const { state, repository, html } = world;
  if (Number(path.pull_number) !== repository.pull.number) return notFound;
  // "Required when using REQUEST_CHANGES or COMMENT for the event parameter."
  if (body.event === 'COMMENT' && (textAt(body, 'body') ?? '').trim() === '') return unprocessable('Review body is required');
  const wanted = listAt(body, 'comments').filter(isObject);
  const shown = await shownLines(world);
  if (!wanted.every((comment) => isShown(comment, shown))) return unprocessable('Line could not be resolved');
  const [id, commitId] = [state.nextId(), textAt(body, 'commit_id') ?? repository.pull.headSha];
  for (const comment of wanted)
    state.reviewComments.push({
      ...{ id: state.nextId(), review: id, author, createdAt: state.now(), commitId },
      path: textAt(comment, 'path') ?? '',
      body: textAt(comment, 'body') ?? '',
      startLine: numberAt(comment, 'start_line'),
      line: numberAt(comment, 'line') ?? 0,
    });
  const html_url = `${html}/pull/${repository.pull.number}#pullrequestreview-${id}`;
  return ok({ id, state: 'COMMENTED', body: textAt(body, 'body') ?? '', commit_id: commitId, user: toUser(author), html_url });
};

export const reviews: Readonly<Record<string, Handler>> = { 'pulls/list-review-comments': list, 'pulls/create-review': create };

function unprocessable(error: string): Answer {
  return refusal(422, 'Unprocessable Entity', { errors: [error] });
}

/** By path, the lines of the new text that the difference shows, each with the number of its hunk. */
async function shownLines({ repository }: World): Promise<ReadonlyMap<string, ReadonlyMap<number, number>>> {
  const { mergeBaseSha, headSha } = repository.pull;
  const files = await changedFiles(repository.path, mergeBaseSha, headSha);
  return new Map(files.map(({ filename, patch = '' }) => [filename, linesOf(patch)]));
}

function linesOf(patch: string): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  let [hunk, line] = [0, 0];
  for (const text of patch.split('\n')) {
    const [, start] = /^@@ -\S+ \+(\d+)/.exec(text) ?? [];
    if (start !== undefined) [hunk, line] = [hunk + 1, Number(start)];
    else if (/^[+ ]/.test(text)) lines.set(line++, hunk);
  }
  return lines;
}

/** "For a multi-line comment, the last line of the range"; both ends are in one hunk. */
function isShown(comment: JsonObject, shown: ReadonlyMap<string, ReadonlyMap<number, number>>): boolean {
  const lines = shown.get(textAt(comment, 'path') ?? '');
  const [line = 0, start] = [numberAt(comment, 'line'), numberAt(comment, 'start_line')];
  if (comment.side !== 'RIGHT' || lines?.get(line) === undefined) return false;
  return start === undefined || (start < line && comment.start_side === 'RIGHT' && lines.get(start) === lines.get(line));
}

function toReviewComment(
  { id, review, author, createdAt, commitId, path, body, startLine, line }: ReviewComment,
  { api, html, repository }: World,
): JsonObject {
  return {
    id,
    pull_request_review_id: review,
    url: `${api}/pulls/comments/${id}`,
    html_url: `${html}/pull/${repository.pull.number}#discussion_r${id}`,
    path,
    body,
    commit_id: commitId,
    original_commit_id: commitId,
    user: toUser(author),
    created_at: createdAt,
    updated_at: createdAt,
    line,
    start_line: startLine ?? null,
    side: 'RIGHT',
    start_side: startLine === undefined ? null : 'RIGHT',
  };
}
