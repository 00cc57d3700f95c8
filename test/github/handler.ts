import type { Answer } from './answer.ts';
import type { JsonObject } from './json.ts';
import type { Author } from './permission.ts';
import type { TestRepository } from './repository.ts';
import type { State } from './state.ts';

/** One request to one operation, already checked against the description. */
export interface Call {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
  /** What the `Accept` header asks for. */
  readonly media: Media;
  /** Who asks. */
  readonly author: Author;
  /** May the token push? Then it sees drafts too. */
  readonly mayPush: boolean;
  /** The address asked for, without the query. */
  readonly url: string;
}

export type Media = 'json' | 'bytes' | 'raw' | 'object' | 'diff' | 'patch' | 'sha' | 'html';

export interface World {
  readonly state: State;
  readonly repository: TestRepository;
  readonly isPrivate: boolean;
  /** Entries of a tree in one recursive answer. */
  readonly largestTree: number;
  /** `${api}/repos/owner/name`. */
  readonly api: string;
  /** `${server}/owner/name`. */
  readonly html: string;
  /** Another host, which has the files of releases; without it the API gives them itself. */
  readonly storage: string | undefined;
}

export type Handler = (call: Call, world: World) => Answer | Promise<Answer>;

/** Custom media types: `application/vnd.github.raw+json`, and the older `…v3.raw` (docs.github.com, "Media types"). */
export function mediaOf(accept: string | undefined): Media {
  if (accept?.startsWith('application/octet-stream')) return 'bytes';
  const [, name = ''] = /application\/vnd\.github(?:\.v3)?\.(raw|object|diff|patch|sha|html)\b/.exec(accept ?? '') ?? [];
  return name === '' ? 'json' : (name as Media);
}

/** An account as the `simple-user` of the description; the rest of it comes from the example. */
export function toUser({ login, id, type }: Author): JsonObject {
  return { login, id, type };
}
