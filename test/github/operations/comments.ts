import { type Answer, notFound, ok, paged, validationFailed } from '../answer.ts';
import { type Call, type Handler, toUser, type World } from '../handler.ts';
import { type JsonObject, textAt } from '../json.ts';
import type { Comment } from '../state.ts';

/** "Body is too long (maximum is 65536 characters)", as the error says; measured since: 262,144 bytes are stored. */
const MAX_COMMENT = { characters: 65_536, bytes: 262_144 } as const;

/** "Issue comments are ordered by ascending ID." */
const list: Handler = ({ path, query, url }, world) => {
  const { state } = world;
  const number = Number(path.issue_number);
  if (number !== world.repository.pull.number) return notFound;
  const since = query.get('since') ?? '';
  const mine = state.comments.filter(({ issue, updatedAt }) => issue === number && updatedAt >= since);
  const { items, headers } = paged(
    mine.toSorted((a, b) => a.id - b.id),
    query,
    url,
  );
  return ok(
    items.map((one) => toComment(one, world)),
    { headers },
  );
};

const create: Handler = ({ path, body, author }, world) => {
  const { state } = world;
  const number = Number(path.issue_number);
  if (number !== world.repository.pull.number) return notFound;
  const text = textAt(body, 'body') ?? '';
  const refused = refusesBody(text);
  if (refused) return refused;
  const comment = toComment(state.addComment(number, text, author), world);
  return { status: 201, state: comment, headers: { location: String(comment.url) } };
};

const get: Handler = (call, world) => {
  const comment = find(call, world);
  return comment ? ok(toComment(comment, world)) : notFound;
};

/** Whoever may write may edit anybody's comment. */
const update: Handler = (call, world) => {
  const comment = find(call, world);
  if (!comment) return notFound;
  const text = textAt(call.body, 'body') ?? '';
  const refused = refusesBody(text);
  if (refused) return refused;
  comment.body = text;
  comment.updatedAt = world.state.now();
  return ok(toComment(comment, world));
};

const remove: Handler = (call, world) => {
  const comment = find(call, world);
  if (!comment) return notFound;
  world.state.comments.splice(world.state.comments.indexOf(comment), 1);
  return { status: 204 };
};

export const comments: Readonly<Record<string, Handler>> = {
  'issues/list-comments': list,
  'issues/create-comment': create,
  'issues/get-comment': get,
  'issues/update-comment': update,
  'issues/delete-comment': remove,
};

function find({ path }: Call, { state }: World): Comment | undefined {
  return state.comments.find(({ id }) => id === Number(path.comment_id));
}

function refusesBody(body: string): Answer | undefined {
  if (body.trim() === '') return validationFailed('IssueComment', 'data', 'Body cannot be blank');
  const tooLong = [...body].length > MAX_COMMENT.characters || Buffer.byteLength(body) > MAX_COMMENT.bytes;
  return tooLong ? validationFailed('IssueComment', 'data', `Body is too long (maximum is ${MAX_COMMENT.characters} characters)`) : undefined;
}

function toComment({ id, issue, author, body, createdAt, updatedAt }: Comment, { api, html, state }: Pick<World, 'api' | 'html' | 'state'>): JsonObject {
  return {
    id,
    url: `${api}/issues/comments/${id}`,
    html_url: `${html}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${api}/issues/${issue}`,
    body,
    user: toUser(author),
    created_at: createdAt,
    updated_at: updatedAt,
    author_association: state.permissions.get(author.login) === 'write' ? 'COLLABORATOR' : author.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR',
  };
}
