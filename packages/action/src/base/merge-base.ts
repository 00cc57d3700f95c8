import type { Repository } from '../repository.ts';
import { statusOf } from '../status-of.ts';

/** Where a commit left the first of some branches or commits that GitHub still knows. */
export async function mergeBaseOf(
  { client, context: { owner, repo } }: Repository,
  names: readonly string[],
  sha: string,
): Promise<{ readonly sha: string; readonly how: string } | undefined> {
  for (const name of names) {
    try {
      const { data } = await client.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${name}...${sha}`, per_page: 1 });
      return { sha: data.merge_base_commit.sha, how: `merge base with ${/^[0-9a-f]{40,64}$/.test(name) ? name.slice(0, 7) : name}` };
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
  }
  return undefined;
}
