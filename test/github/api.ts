import { type Answer, notFound, refusal } from './answer.ts';
import type { Description } from './description.ts';
import { type Exchange, parseBody } from './exchange.ts';
import type { Fault } from './fault.ts';
import { mediaOf, type World } from './handler.ts';
import { isObject, type Json, overlay } from './json.ts';
import type { Operation } from './operation.ts';
import { checks } from './operations/checks.ts';
import { codeScanning } from './operations/code-scanning.ts';
import { comments } from './operations/comments.ts';
import { commits } from './operations/commits.ts';
import { contents } from './operations/contents.ts';
import { gitData } from './operations/git-data.ts';
import { labels } from './operations/labels.ts';
import { pulls } from './operations/pulls.ts';
import { releases } from './operations/releases.ts';
import { repository } from './operations/repository.ts';
import { reviews } from './operations/reviews.ts';
import { tags } from './operations/tags.ts';
import { ACTIONS_BOT, refuses, type Token, tokenOf } from './permission.ts';

/** Every operation that the double plays. */
export const HANDLERS = {
  ...checks,
  ...codeScanning,
  ...comments,
  ...commits,
  ...contents,
  ...gitData,
  ...labels,
  ...pulls,
  ...releases,
  ...repository,
  ...reviews,
  ...tags,
};

export interface Api {
  readonly description: Description;
  readonly world: World;
  readonly tokens: Readonly<Record<string, Token>>;
  readonly violations: string[];
}

/** A request that was understood: which operation it is of, and what is wrong with it. */
export interface Understood {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
  readonly problems: readonly string[];
}

/** Finds the operation of a request and compares the request with its description; what is wrong is a violation. */
export function understand({ description, violations }: Api, exchange: Exchange, path: string): Understood | undefined {
  for (const operation of description.operations) {
    const parameters = operation.method === exchange.method ? operation.match(path) : undefined;
    if (!parameters) continue;
    const { value: body, isBroken } = parseBody(exchange.text);
    const problems = [
      ...(exchange.headers['user-agent'] ? [] : ['header: User-Agent is missing']),
      ...(isBroken ? ['body: is not JSON'] : operation.requestProblems({ path: parameters, query: exchange.query, body })),
    ];
    violations.push(...problems.map((problem) => `${operation.id}: ${problem}`));
    return { operation, path: parameters, body, problems };
  }
  violations.push(`${exchange.method} ${path}: is no described operation`);
  return undefined;
}

/** What GitHub would answer. A request with problems is refused, so that no handler has to expect any. */
export async function answerTo(api: Api, exchange: Exchange, { operation, path, body, problems }: Understood): Promise<Answer> {
  const { world, tokens, violations } = api;
  if (!exchange.headers['user-agent']) return refusal(403, 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.');
  const authorization = exchange.headers.authorization;
  const refused = refuses(operation.id, operation.method, { authorization, tokens, isPrivate: world.isPrivate });
  if (refused) return refused;
  if (problems.length > 0) return refusal(problems.includes('body: is not JSON') ? 400 : 422, `Invalid request.\n\n${problems.join('\n')}`);
  // Names of owners and repositories are not case sensitive.
  if (`${path.owner}/${path.repo}`.toLowerCase() !== world.repository.fullName.toLowerCase()) return notFound;
  const handler = HANDLERS[operation.id];
  if (!handler) {
    violations.push(`${operation.id}: is not played by this double`);
    return refusal(501, 'Not played by this double');
  }
  const token = tokens[tokenOf(authorization) ?? ''];
  const author = token?.author ?? ACTIONS_BOT;
  const mayPush = token?.permissions.contents === 'write';
  const url = `http://${exchange.headers.host ?? ''}${exchange.path}`;
  return handler({ path, query: exchange.query, body: isObject(body) ? body : {}, media: mediaOf(exchange.headers.accept), author, mayPush, url }, world);
}

/** Lays the answer over GitHub's example and compares the result with the description before it is sent. */
export function complete(
  { violations }: Api,
  operation: Operation,
  answer: Answer,
): { readonly headers: Record<string, string>; readonly body: string | Uint8Array } {
  const { status, state, raw, mediaType, example, isError = false } = answer;
  const described = mediaType ?? 'application/json';
  const body = isError || state === undefined ? state : overlay(operation.example(status, described, example), state);
  const checked = raw === undefined ? body : mediaType && Buffer.from(raw).toString('utf8');
  const sent = JSON.parse(JSON.stringify(checked ?? null)) as Json;
  // Any operation may be refused in ways that its description does not list (401, 403, 429, 5xx).
  const problems = checked === undefined ? [] : operation.answerProblems(status, described, sent);
  const counted = problems.filter((problem) => !(isError && problem.endsWith('not among the described answers')));
  violations.push(...counted.map((problem) => `${operation.id} ${status}: ${problem}`));
  // The `object` media type is JSON to its reader; what was chosen stands in `X-GitHub-Media-Type`.
  const headers = { 'content-type': `${raw === undefined ? 'application/json' : described}; charset=utf-8`, ...answer.headers };
  return { headers, body: raw ?? (body === undefined ? '' : JSON.stringify(body)) };
}

/** A planted answer. Text goes out as it is: it may be HTML, or half of some JSON. */
export function plantedAnswer({ status = 500, headers, body }: Fault): Pick<Answer, 'status' | 'raw' | 'headers'> {
  const raw = typeof body === 'string' ? body : JSON.stringify(body ?? { message: 'Server Error' });
  return {
    status,
    raw,
    headers: { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json; charset=utf-8', ...headers },
  };
}
