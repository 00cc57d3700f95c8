import { realpath } from 'node:fs/promises';
import { parentsOf, type ReadLimits, repositoryTop } from '@breakwater/node';
import type { Client } from './client.ts';
import type { Context } from './context.ts';

/** Where commits are looked for: in the clone, if there is one, and at GitHub. */
export interface Repository {
  readonly client: Client;
  readonly context: Context;
  /** The workspace, if it is the top of a clone; paths would not fit otherwise. */
  readonly top: string | undefined;
  /** Of the files that are read. */
  readonly limits: ReadLimits;
}

export async function repositoryOf(client: Client, context: Context, limits: ReadLimits = {}): Promise<Repository> {
  const top = await repositoryTop(context.workspace);
  const isTop = top !== undefined && (await realpath(top)) === (await realpath(context.workspace));
  return { client, context, top: isTop ? top : undefined, limits };
}

/** The parents of a commit, which even a shallow clone knows of those that it has. */
export async function parentsIn({ client, context: { owner, repo }, top }: Repository, sha: string): Promise<readonly string[]> {
  const known = top === undefined ? [] : await parentsOf(top, sha);
  if (known.length > 0) return known;
  const { data } = await client.rest.repos.getCommit({ owner, repo, ref: sha, per_page: 1 });
  return data.parents.map((parent) => parent.sha);
}
