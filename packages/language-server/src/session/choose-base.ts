import { isAbsolute } from 'node:path';
import type { Host } from '@breakwater/core';
import { type Commit, defaultBranch, gitHost, mergeBase, releaseTag, resolveCommit } from '@breakwater/node';
import { type Root, toRelative } from './workspace.ts';

/** One version of all contracts of a root. */
export interface Version {
  /** Two versions of one key are the same: the id of a commit, or `file`. */
  readonly key: string;
  /** As people call it. */
  readonly label: string;
  readonly host: Host;
  /** Where a contract is in it. */
  readonly entryOf: (entry: string) => string;
}

/** The end of a sentence about what somebody asked for; `undefined` where nobody asked. */
export interface NoBase {
  readonly refusal: string | undefined;
}

/**
 * What is asked for: a branch, a tag or a commit; `tag:` and a pattern for the last release that matches; `file:` and a path below
 * the root; or nothing, for the merge base with the default branch.
 */
export async function chooseBase(root: Root, wanted: string, saved: Host): Promise<Version | NoBase> {
  const [, kind, rest = ''] = /^(file|tag):(.*)$/s.exec(wanted) ?? [];
  if (kind === 'file') return fileVersion(root, rest, saved);
  if (!root.isRepository) return { refusal: wanted === '' ? undefined : 'is not there: this folder is in no repository' };
  if (kind === 'tag') return tagVersion(root, rest === '' ? '*' : rest);
  return wanted === '' ? mergeBaseVersion(root) : commitVersion(root, wanted, await resolveCommit(root.folder, wanted));
}

async function mergeBaseVersion(root: Root): Promise<Version | NoBase> {
  const branch = await defaultBranch(root.folder);
  const commit = branch === undefined ? undefined : await mergeBase(root.folder, branch);
  return typeof commit === 'string' ? commitVersion(root, branch?.replace(/^origin\//, '') ?? '', commit) : { refusal: undefined };
}

async function tagVersion(root: Root, pattern: string): Promise<Version | NoBase> {
  const tag = await releaseTag(root.folder, pattern);
  return tag === undefined ? { refusal: 'matches no tag that is a version' } : commitVersion(root, tag, await resolveCommit(root.folder, tag));
}

function commitVersion({ folder }: Root, label: string, commit: Commit): Version | NoBase {
  return typeof commit === 'string' ? { key: commit, label, host: gitHost(folder, commit), entryOf: (entry) => entry } : commit;
}

async function fileVersion({ folder }: Root, file: string, host: Host): Promise<Version | NoBase> {
  const uri = isAbsolute(file) ? toRelative(folder, file) : file;
  const found = await host.readFile(uri);
  return 'refusal' in found ? found : { key: 'file', label: uri, host, entryOf: () => uri };
}
