import { alternativesOf, type Host, matchesGlob } from '@breakwater/core';

/** The YAML and JSON files of a version by path, with what git calls their contents; or why they cannot be listed, as the end of a sentence. */
export type Files = ReadonlyMap<string, string> | { readonly refusal: string };

/** One version of the repository, wherever it is read from. */
export interface Version {
  readonly sha: string;
  /** A commit with the same files that GitHub can show: what a job commits itself is nowhere else. */
  readonly publicSha: string;
  readonly host: Host;
  /** Without links and submodules. Asked once. */
  files(): Promise<Files>;
  /** Whether every look costs a request. */
  readonly isFar: boolean;
  /** The paths that a pattern with `*`, `?` or `{…}` names. */
  matching(pattern: string): Promise<readonly string[]>;
}

export function matchingIn(paths: Iterable<string>, pattern: string): readonly string[] {
  const globs = alternativesOf(pattern) ?? [];
  return [...paths].filter((path) => globs.some((glob) => matchesGlob(glob, path)));
}

export function asFiles(files: Files): ReadonlyMap<string, string> {
  return 'refusal' in files ? new Map() : files;
}
