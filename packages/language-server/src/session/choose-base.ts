import type { Host } from '@breakwater/core';
import type { Commit, History } from '../surroundings/surroundings.ts';
import { toRelative, withoutCase } from './path.ts';
import type { Root } from './workspace.ts';

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

/** Where versions come from. */
export interface BaseSources {
  readonly history: History;
  /** The files of the root as they are now. */
  readonly saved: Host;
}

/**
 * What is asked for: a branch, a tag or a commit; `tag:` and a pattern for the last release that matches; `file:` and a path below
 * the root; or nothing, for the merge base with the default branch.
 */
export async function chooseBase(root: Root, wanted: string, { history, saved }: BaseSources): Promise<Version | NoBase> {
  const [, kind, rest = ''] = /^(file|tag):(.*)$/s.exec(wanted) ?? [];
  if (kind === 'file') return fileVersion(root, rest, saved);
  if (!root.isRepository) return { refusal: wanted === '' ? undefined : 'is not there: this folder is in no repository' };
  if (kind === 'tag') return tagVersion(root, rest === '' ? '*' : rest, history);
  return wanted === '' ? mergeBaseVersion(root, history) : commitVersion(root, wanted, await history.resolveCommit(root.folder, wanted), history);
}

async function mergeBaseVersion(root: Root, history: History): Promise<Version | NoBase> {
  const branch = await history.defaultBranch(root.folder);
  const commit = branch === undefined ? undefined : await history.mergeBase(root.folder, branch);
  return typeof commit === 'string' ? commitVersion(root, branch?.replace(/^origin\//, '') ?? '', commit, history) : { refusal: undefined };
}

async function tagVersion(root: Root, pattern: string, history: History): Promise<Version | NoBase> {
  const tag = await history.releaseTag(root.folder, pattern);
  return tag === undefined ? { refusal: 'matches no tag that is a version' } : commitVersion(root, tag, await history.resolveCommit(root.folder, tag), history);
}

function commitVersion({ folder }: Root, label: string, commit: Commit, history: History): Version | NoBase {
  return typeof commit === 'string' ? { key: commit, label, host: history.filesAt(folder, commit), entryOf: (entry) => entry } : commit;
}

async function fileVersion({ folder }: Root, file: string, host: Host): Promise<Version | NoBase> {
  const uri = file.startsWith('/') ? toRelative(folder, withoutCase(file)) : file;
  const found = await host.readFile(uri);
  return 'refusal' in found ? found : { key: 'file', label: uri, host, entryOf: () => uri };
}
