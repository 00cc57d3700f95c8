import type { Client } from '../client.ts';
import { reasonOf } from '../reason-of.ts';
import { statusOf } from '../status-of.ts';
import type { Place } from './place.ts';

/** Whether somebody may write to the repository; or why GitHub does not say it. */
export type MayWrite = boolean | { readonly reason: string };

/** So many people are asked about: who floods a pull request with replies must not use up what a token may ask. */
const MOST = 20;
const WRITERS: ReadonlySet<string> = new Set(['admin', 'write']);

/** What GitHub says of each, once; of those beyond the limit it is taken that they may not. */
export async function writersAmong(client: Client, { owner, repo }: Place, logins: ReadonlySet<string>): Promise<ReadonlyMap<string, MayWrite>> {
  const known = new Map<string, MayWrite>();
  for (const username of [...logins].slice(0, MOST)) known.set(username, await mayWrite(client, { owner, repo, username }));
  return known;
}

async function mayWrite(client: Client, who: { readonly owner: string; readonly repo: string; readonly username: string }): Promise<MayWrite> {
  try {
    const { data } = await client.rest.repos.getCollaboratorPermissionLevel(who);
    return WRITERS.has(data.permission);
  } catch (error) {
    if (statusOf(error) === 404) return false;
    return { reason: reasonOf(error) };
  }
}
