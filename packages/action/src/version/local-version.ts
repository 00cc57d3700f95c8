import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askingOnce, DOES_NOT_EXIST, type FileText, type Host, normalizePath } from '@breakwater/core';
import { blobId, commitFiles, diskHost, filesOnDisk, gitHost, mayBeRead, NOT_IN_CLONE, type ReadLimits } from '@breakwater/node';
import { once } from './once.ts';
import { asFiles, type Files, matchingIn, type Version } from './version.ts';

/**
 * What is checked out, with what earlier steps of the job have made of it. What the commit has and the disk has not is left out of a
 * sparse checkout, and not deleted: it is read from the commit.
 */
export function diskVersion(workspace: string, committed: Version, publicSha: string, limits?: ReadLimits): Version {
  const disk = diskHost(workspace, limits);
  const algorithm = committed.sha.length === 64 ? 'sha256' : 'sha1';
  const readText = async (uri: string): Promise<FileText> => {
    const text = await disk.readFile(uri);
    return text === DOES_NOT_EXIST && asFiles(await committed.files()).has(uri) ? committed.host.readFile(uri) : text;
  };
  const files = async () => {
    const all = new Map(asFiles(await committed.files()));
    for (const path of await filesOnDisk(workspace)) all.set(path, blobId(await readFile(join(workspace, path)), algorithm));
    return all;
  };
  const list = once(files);
  // A contract that is ignored by git, and made by an earlier step, is named here.
  const onDisk = (pattern: string) => globSync(pattern, { cwd: workspace, exclude: (path) => /(^|\/)(node_modules|\.git)$/.test(path) });
  const matching = async (pattern: string) => [...new Set([...matchingIn((await list()).keys(), pattern), ...onDisk(pattern).map(normalizePath)])].sort();
  return { sha: committed.sha, publicSha, isFar: false, host: askingOnce({ readFile: readText }), files: list, matching };
}

/** A commit that is in the clone. Contents that the clone left out are read from elsewhere. */
export function gitVersion(top: string, sha: string, elsewhere: Host, limits?: ReadLimits): Version {
  const clone = gitHost(top, sha, limits);
  const readText = async (uri: string) => {
    const text = await clone.readFile(uri);
    return text === NOT_IN_CLONE ? elsewhere.readFile(uri) : text;
  };
  const files = async (): Promise<Files> => {
    const all = await commitFiles(top, sha);
    return all instanceof Map ? new Map([...all].filter(([path]) => mayBeRead(path))) : { refusal: 'cannot be listed by git' };
  };
  const list = once(files);
  const matching = async (pattern: string) => matchingIn(asFiles(await list()).keys(), pattern);
  return { sha, publicSha: sha, isFar: false, host: askingOnce({ readFile: readText }), files: list, matching };
}
