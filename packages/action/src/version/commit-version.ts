import { hasCommit } from '@breakwater/node';
import type { Repository } from '../repository.ts';
import { githubVersion } from './github-version.ts';
import { gitVersion } from './local-version.ts';
import type { Version } from './version.ts';

/** A commit, from the clone if it is there, else from GitHub. */
export async function commitVersion({ client, context, top }: Repository, sha: string): Promise<Version> {
  const remote = githubVersion(client, context, sha);
  return top !== undefined && (await hasCommit(top, sha)) ? gitVersion(top, sha, remote.host) : remote;
}
