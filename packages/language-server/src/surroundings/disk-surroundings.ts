import { readdir } from 'node:fs/promises';
import { defaultBranch, discoverContracts, diskHost, gitHost, mergeBase, namesOf, releaseTag, repositoryTop, resolveCommit } from '@breakwater/node';
import { withoutCase } from '../session/path.ts';
import type { Surroundings } from './surroundings.ts';

/** The disk, and the git repositories on it. */
export const diskSurroundings: Surroundings = {
  filesBelow: (folder) => diskHost(toNative(folder)),
  contractsBelow: (folder, isContract) => discoverContracts(toNative(folder), isContract),
  namesIn: (folder) => readdir(toNative(folder)).catch(() => []),
  async repositoryTop(folder) {
    const top = await repositoryTop(toNative(folder));
    return top === undefined ? undefined : toPortable(top);
  },
  defaultBranch: (repository) => defaultBranch(toNative(repository)),
  mergeBase: (repository, ref) => mergeBase(toNative(repository), ref),
  releaseTag: (repository, pattern) => releaseTag(toNative(repository), pattern),
  namesOf: (repository) => namesOf(toNative(repository)),
  resolveCommit: (repository, ref) => resolveCommit(toNative(repository), ref),
  filesAt: (repository, commit) => gitHost(toNative(repository), commit),
};

/** `/c:/w` is `c:/w` to Windows. */
function toNative(path: string): string {
  return /^\/[a-z]:/.test(path) ? path.slice(1) : path;
}

function toPortable(path: string): string {
  const slashed = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  return withoutCase(slashed.startsWith('/') ? slashed : `/${slashed}`);
}
