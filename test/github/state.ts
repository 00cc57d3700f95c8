import type { JsonObject } from './json.ts';
import type { Author } from './permission.ts';

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: Author;
  readonly createdAt: string;
  body: string;
  updatedAt: string;
}

/** A comment on lines of a pull request. */
export interface ReviewComment {
  readonly id: number;
  readonly review: number;
  readonly author: Author;
  readonly createdAt: string;
  readonly commitId: string;
  readonly path: string;
  readonly body: string;
  readonly startLine: number | undefined;
  readonly line: number;
}

export interface CheckRun {
  readonly id: number;
  /** Everything that the requests said, later ones over earlier ones. */
  values: JsonObject;
  /** Annotations are added by each request, never replaced ("Update a check run", `output.annotations`). */
  readonly annotations: JsonObject[];
}

/** A file of a release. */
interface ReleaseAsset {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Release {
  readonly id: number;
  /** A tag of the repository; a draft may name one that is not there yet. */
  readonly tag: string;
  readonly isDraft: boolean;
  readonly isPrerelease: boolean;
  readonly createdAt: string;
  readonly assets: readonly ReleaseAsset[];
}

interface ReleaseOptions {
  readonly isDraft?: boolean;
  readonly isPrerelease?: boolean;
  /** By name. */
  readonly assets?: Readonly<Record<string, string | Uint8Array>>;
}

interface SarifUpload {
  readonly id: string;
  readonly commitSha: string;
  readonly ref: string;
  /** Unpacked. */
  readonly document: JsonObject;
}

/** What GitHub remembers. A test may fill it before, and look at it afterwards. */
export interface State {
  readonly comments: Comment[];
  readonly reviewComments: ReviewComment[];
  /** By number of the issue or pull request. */
  readonly labels: Map<number, string[]>;
  readonly checkRuns: CheckRun[];
  readonly sarifUploads: SarifUpload[];
  /** The oldest first. */
  readonly releases: Release[];
  /** By login: `admin`, `write`, `read` or `none`. Anybody else has `read`. */
  readonly permissions: Map<string, string>;
  /** Is code scanning enabled? It is in public repositories, and costs money in others. */
  codeScanning: boolean;
  /** A comment as if somebody had written it in the browser. */
  addComment(issue: number, body: string, author?: Author): Comment;
  addRelease(tag: string, options?: ReleaseOptions): Release;
  nextId(): number;
  /** One second later at each call, so that the order of things shows. */
  now(): string;
}

const SOMEBODY: Author = { login: 'octocat', id: 583_231, type: 'User' };

export function emptyState(): State {
  const comments: Comment[] = [];
  const releases: Release[] = [];
  let lastId = 1000;
  let time = Date.UTC(2026, 0, 1);
  const nextId = () => ++lastId;
  const now = () => {
    time += 1000;
    return new Date(time).toISOString().replace('.000Z', 'Z');
  };
  return {
    comments,
    reviewComments: [],
    labels: new Map(),
    checkRuns: [],
    sarifUploads: [],
    releases,
    permissions: new Map(),
    codeScanning: true,
    addComment(issue, body, author = SOMEBODY) {
      const createdAt = now();
      const comment = { id: nextId(), issue, author, createdAt, updatedAt: createdAt, body };
      comments.push(comment);
      return comment;
    },
    addRelease(tag, { isDraft = false, isPrerelease = false, assets = {} } = {}) {
      const files = Object.entries(assets).map(([name, content]) => ({ id: nextId(), name, bytes: Buffer.from(content) }));
      const release = { id: nextId(), tag, isDraft, isPrerelease, createdAt: now(), assets: files };
      releases.push(release);
      return release;
    },
    nextId,
    now,
  };
}
