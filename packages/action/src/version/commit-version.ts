import { hasCommit } from '@breakwater/node';
import type { Repository } from '../repository.ts';
import { githubVersion } from './github-version.ts';
import { gitVersion } from './local-version.ts';
import type { Version } from './version.ts';

/** A commit, from the clone if it is there, else from GitHub. */
export async function commitVersion(repository: Repository, sha: string): Promise<Version> {
  const { top, limits } = repository;
  const remote = githubVersion(repository, sha);
  return top !== undefined && (await hasCommit(top, sha)) ? gitVersion(top, sha, remote.host, limits) : remote;
}
