export { blobId } from './blob-id.ts';
export { type Commit, defaultBranch, hasCommit, mergeBase, parentsOf, repositoryTop, resolveCommit } from './commit.ts';
export { commitFiles } from './commit-files.ts';
export { contractsAmong, discoverContracts, mayHoldContracts } from './discover.ts';
export { diskHost } from './disk-host.ts';
export { filesOnDisk, mayBeRead } from './files-on-disk.ts';
export { gitHost, NOT_IN_CLONE } from './git-host.ts';
export { replaceFile } from './replace-file.ts';
export { decodeText, MAX_FILE_SIZE, type ReadLimits, refusalOfPath, tooLarge } from './text-file.ts';
