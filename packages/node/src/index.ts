export { type Commit, defaultBranch, hasCommit, mergeBase, parentsOf, repositoryTop, resolveCommit } from './commit.ts';
export { discoverContracts } from './discover.ts';
export { diskHost } from './disk-host.ts';
export { gitHost } from './git-host.ts';
export { replaceFile } from './replace-file.ts';
export { MAX_FILE_SIZE, type ReadLimits } from './text-file.ts';
