import { type Answer, refusal } from './answer.ts';

/** The `permissions:` of a workflow job that matter here (docs.github.com, "Workflow syntax", permissions). */
type Permission = 'contents' | 'issues' | 'pull-requests' | 'checks' | 'security-events';

export interface Token {
  readonly permissions: Readonly<Partial<Record<Permission, 'read' | 'write'>>>;
  /** Who writes with this token. `GITHUB_TOKEN` writes as `github-actions[bot]`. */
  readonly author?: Author;
}

export interface Author {
  readonly login: string;
  readonly id: number;
  readonly type: 'Bot' | 'User';
}

/** The account behind every `GITHUB_TOKEN` (https://api.github.com/users/github-actions[bot]). */
export const ACTIONS_BOT: Author = { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' };

/** What a job gets that asks for everything an action of ours can use. */
export const WRITE_TOKEN: Token = {
  permissions: { contents: 'read', issues: 'write', 'pull-requests': 'write', checks: 'write', 'security-events': 'write' },
};

/** A pull request of a fork, or of Dependabot: read only, whatever `permissions:` says (GITHUB_TOKEN reference). */
export const FORK_TOKEN: Token = {
  permissions: { contents: 'read', issues: 'read', 'pull-requests': 'read', checks: 'read', 'security-events': 'read' },
};

/** A pull request is an issue too: either permission opens its comments and labels. */
const TALK: readonly Permission[] = ['issues', 'pull-requests'];
const AREAS: Readonly<Record<string, readonly Permission[]>> = {
  issues: TALK,
  pulls: ['pull-requests'],
  checks: ['checks'],
  'code-scanning': ['security-events'],
  git: ['contents'],
  repos: ['contents'],
};
/** The permission `metadata: read`, which every token has, is enough ("Permissions required for GitHub Apps"). */
const METADATA = new Set(['repos/get', 'repos/get-collaborator-permission-level']);

export interface Access {
  /** The value of the `Authorization` header. */
  readonly authorization: string | undefined;
  readonly tokens: Readonly<Record<string, Token>>;
  readonly isPrivate: boolean;
}

/** `Bearer x`, `token x`, and git's `Basic base64(x-access-token:x)`. */
export function tokenOf(authorization: string | undefined): string | undefined {
  const [, scheme = '', credentials = ''] = /^(\S+)\s+(\S+)$/.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() !== 'basic') return credentials || undefined;
  return Buffer.from(credentials, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '');
}

/** Why GitHub would refuse this call, or `undefined`. What is public may be read without any permission. */
export function refuses(operationId: string, method: string, { authorization, tokens, isPrivate }: Access): Answer | undefined {
  const text = tokenOf(authorization);
  const token = text === undefined ? undefined : tokens[text];
  if (text !== undefined && !token) return refusal(401, 'Bad credentials');
  const reads = method === 'GET';
  if (reads && !isPrivate) return undefined;
  if (!token) return reads ? refusal(404, 'Not Found') : refusal(401, 'Requires authentication');
  if (METADATA.has(operationId)) return undefined;
  const [area = ''] = operationId.split('/');
  const granted = (AREAS[area] ?? []).some((permission) => {
    const level = token.permissions[permission];
    return level === 'write' || (reads && level === 'read');
  });
  return granted ? undefined : refusal(403, 'Resource not accessible by integration');
}
