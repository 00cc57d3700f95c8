import { askingOnce } from '@breakwater/core';
import { reasonOf } from '../reason-of.ts';
import type { Repository } from '../repository.ts';
import { statusOf } from '../status-of.ts';
import { contentsHost } from './contents-host.ts';
import { once } from './once.ts';
import { treeFiles } from './tree.ts';
import { asFiles, type Files, matchingIn, type Version } from './version.ts';

/** A commit that only GitHub has: no checkout and no history is needed. */
export function githubVersion({ client, context, limits }: Pick<Repository, 'client' | 'context' | 'limits'>, sha: string): Version {
  const files = async (): Promise<Files> => {
    try {
      return await treeFiles(client, context, sha);
    } catch (error) {
      if (statusOf(error) === 404) return { refusal: `could not be listed by GitHub: it shows no commit ${sha.slice(0, 7)} to this token` };
      const reason = statusOf(error) ?? reasonOf(error);
      return { refusal: `could not be listed by GitHub (${reason})` };
    }
  };
  const list = once(files);
  const matching = async (pattern: string) => matchingIn(asFiles(await list()).keys(), pattern);
  return { sha, publicSha: sha, isFar: true, host: askingOnce(contentsHost(client, context, sha, limits)), files: list, matching };
}
