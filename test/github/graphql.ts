import { type Exchange, parseBody } from './exchange.ts';
import { isObject } from './json.ts';
import { ACTIONS_BOT, type Token, tokenOf } from './permission.ts';

/** GitHub Enterprise Server has it here (docs.github.com, "Managing your personal access tokens with GraphQL", GHES). */
export const GRAPHQL = '/api/graphql';

const VIEWER = '{ viewer { login } }';

/** The one query that is played: who asks ("Queries", `viewer`). `GITHUB_TOKEN` is told `github-actions[bot]`, whatever it may do. */
export function answerGraphql(exchange: Exchange, tokens: Readonly<Record<string, Token>>, violations: string[]): void {
  const send = (status: number, body: object) => exchange.send(status, { 'content-type': 'application/json; charset=utf-8' }, JSON.stringify(body));
  const { value } = parseBody(exchange.text);
  const query = isObject(value) ? value.query : undefined;
  if (exchange.method !== 'POST' || query !== VIEWER) violations.push(`graphql: ${exchange.method} ${JSON.stringify(query)} is not played by this double`);
  const token = tokens[tokenOf(exchange.headers.authorization) ?? ''];
  if (!token) send(401, { message: 'Bad credentials', status: '401' });
  else send(200, { data: { viewer: { login: (token.author ?? ACTIONS_BOT).login } } });
}
