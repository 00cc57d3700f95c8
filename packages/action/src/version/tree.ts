import { mayBeRead } from '@breakwater/node';
import type { Client } from '../client.ts';
import type { Context } from '../context.ts';

/** More folders than this are not asked for one by one. */
const MAX_REQUESTS = 200;

/** The YAML and JSON files of a tree by GitHub's API, with their ids. A tree too large for one answer is asked for folder by folder. */
export async function treeFiles(client: Client, { owner, repo }: Context, sha: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const queue = [{ sha, path: '' }];
  let left = MAX_REQUESTS;
  const ask = async (tree_sha: string, recursive: boolean) => {
    if (left-- === 0) throw new Error('it has too many folders');
    const { data } = await client.rest.git.getTree({ owner, repo, tree_sha, ...(recursive && { recursive: 'true' }) });
    return data;
  };
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const whole = await ask(at.sha, true);
    const { tree } = whole.truncated ? await ask(at.sha, false) : whole;
    for (const entry of tree) {
      const path = at.path === '' ? entry.path : `${at.path}/${entry.path}`;
      if (entry.mode?.startsWith('100') && mayBeRead(path)) files.set(path, entry.sha);
      if (whole.truncated && entry.type === 'tree') queue.push({ sha: entry.sha, path });
    }
  }
  return files;
}
