import type { Client } from './client.ts';
import type { Context } from './context.ts';

/** The id of the commit that a name stands for, alone: with a commit comes what it has changed, which may be megabytes. Throws as the client does. */
export async function commitId(client: Client, { owner, repo }: Pick<Context, 'owner' | 'repo'>, ref: string): Promise<string> {
  const alone = { mediaType: { format: 'sha' }, request: { parseSuccessResponseBody: false } };
  const { data } = await client.rest.repos.getCommit({ owner, repo, ref, ...alone });
  // What is not parsed is the body of the answer, whatever the type of the JSON answer says.
  const id = await new Response(data as unknown as ReadableStream).text();
  if (!/^[0-9a-f]{40,64}$/.test(id)) throw new Error('GitHub has answered with something else than the id of a commit');
  return id;
}
