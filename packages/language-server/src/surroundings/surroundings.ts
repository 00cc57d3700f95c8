import type { Host, SourceFile } from '@breakwater/core';

/** The full id of a commit, or why there is none, as the end of a sentence. */
export type Commit = string | { readonly refusal: string };

/** The latest first. */
interface Names {
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  /** The last ones of the work. */
  readonly commits: readonly { readonly id: string; readonly subject: string }[];
}

/** The history of the files, where there is one. Repositories are named by the path of their top folder. */
export interface History {
  /** The top of the repository around a folder. */
  repositoryTop(folder: string): Promise<string | undefined>;
  /** What people merge into. */
  defaultBranch(repository: string): Promise<string | undefined>;
  /** The commit at which the work left a ref. */
  mergeBase(repository: string, ref: string): Promise<Commit>;
  /** The last release among the tags that match a pattern. */
  releaseTag(repository: string, pattern: string): Promise<string | undefined>;
  /** What people call its versions. */
  namesOf(repository: string): Promise<Names>;
  resolveCommit(repository: string, ref: string): Promise<Commit>;
  /** The files of a commit, by uris relative to the top. */
  filesAt(repository: string, commit: string): Host;
}

/** Where the documents lie: on a disk with its git repositories, or wherever an editor gets them from. The server's only door to the outside. */
export interface Surroundings extends History {
  /** What one should know who wonders what is missing. */
  readonly note?: string;
  /** The files below a folder as they are saved, by uris relative to it. */
  filesBelow(folder: string): Host;
  /** The contracts below a folder, by uris relative to it: what is ignored, generated or a dependency's is left out. */
  contractsBelow(folder: string, isContract: (file: SourceFile) => boolean): Promise<readonly string[]>;
  /** The names of what a folder holds; none if there is no such folder. */
  namesIn(folder: string): Promise<readonly string[]>;
}
