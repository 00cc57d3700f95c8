import { setImmediate } from 'node:timers/promises';
import { DOES_NOT_EXIST, type FileText, type Host } from '@breakwater/core';
import { isCommitId } from './commit.ts';
import { runGit } from './git.ts';
import { decodeText, maxFileSizeOf, type ReadLimits, refusalOfPath, tooLarge } from './text-file.ts';

interface Entry {
  readonly mode: string;
  readonly id: string;
}
type Tree = ReadonlyMap<string, Entry> | { readonly refusal: string };

/** A clone without the contents of all files knows of them all the same. */
export const NOT_IN_CLONE: FileText = { refusal: 'is not in this clone of the repository' };

const FOLDER = '040000';
const SYMLINK = '120000';
const SUBMODULE = '160000';

/**
 * The files of a commit, by uris relative to the top of the repository. Blobs only: no filter, no link, no checkout.
 * Paths are followed here, from tree to tree: git is given nothing but ids of objects (threat T20).
 */
export function gitHost(repository: string, commit: string, limits: ReadLimits = {}): Host {
  const trees = new Map<string, Promise<Tree>>();
  const treeOf = (id: string) => {
    const tree = trees.get(id) ?? listTree(repository, id);
    trees.set(id, tree);
    return tree;
  };
  return {
    async readFile(uri) {
      const refusal = refusalOf(uri, commit);
      if (refusal !== undefined) return { refusal };
      const found = await find(uri, commit, treeOf);
      if (!('id' in found)) return found;
      const text = await readBlob(repository, found.id, limits);
      await untilClosed();
      return text;
    },
  };
}

/** Whoever gets a text may compute for long. What git has said, twice the text, is held until its process is closed, which is after this turn of the loop. */
async function untilClosed(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

function refusalOf(uri: string, commit: string): string | undefined {
  if (!isCommitId(commit)) return 'is not read: its version is no full id of a commit';
  if (uri.startsWith('/') || uri.split('/').includes('..')) return 'is outside the workspace';
  return refusalOfPath(uri);
}

async function find(uri: string, commit: string, treeOf: (id: string) => Promise<Tree>): Promise<Entry | FileText> {
  let at: Entry = { mode: FOLDER, id: commit };
  for (const name of uri.split('/')) {
    if (name === '' || name === '.') continue;
    if (at.mode !== FOLDER) return notThere(at);
    const tree = await treeOf(at.id);
    if ('refusal' in tree) return { refusal: tree.refusal };
    const next = tree.get(name);
    if (!next) return DOES_NOT_EXIST;
    at = next;
  }
  if (at.mode === FOLDER) return { refusal: 'is not a file' };
  return at.mode === SYMLINK || at.mode === SUBMODULE ? notThere(at) : at;
}

/** Whether a file is behind a link or in a submodule is not known here, so it must not count as absent. */
function notThere({ mode }: Entry): FileText {
  if (mode === SYMLINK) return { refusal: 'is a symbolic link, which is not followed in a commit' };
  return mode === SUBMODULE ? { refusal: 'is in a submodule, which is not read' } : DOES_NOT_EXIST;
}

async function listTree(repository: string, id: string): Promise<Tree> {
  const answer = await runGit(repository, ['ls-tree', '-z', '--full-tree', id]);
  return 'output' in answer ? new Map(answer.output.toString('utf8').split('\0').flatMap(toEntry)) : { refusal: answer.refusal };
}

/** `<mode> SP <type> SP <object> TAB <file>` (git-ls-tree(1), section OUTPUT FORMAT). */
function toEntry(line: string): [string, Entry][] {
  const [, mode, id, name] = /^([0-7]+) [a-z]+ ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
  return mode !== undefined && id !== undefined && name !== undefined ? [[name, { mode, id }]] : [];
}

async function readBlob(repository: string, id: string, limits: ReadLimits): Promise<FileText> {
  const answer = await runGit(repository, ['cat-file', 'blob', id], maxFileSizeOf(limits));
  if ('output' in answer) return decodeText(answer.output);
  if (answer.overflow) return tooLarge(limits);
  return answer.exit === undefined ? { refusal: answer.refusal } : NOT_IN_CLONE;
}
