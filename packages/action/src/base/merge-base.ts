import type { Repository } from '../repository.ts';
import { statusOf } from '../status-of.ts';
import { comparisonOf } from './comparison.ts';

/** Where a commit left the first of some branches or commits that GitHub still knows. */
export async function mergeBaseOf(
  repository: Repository,
  names: readonly string[],
  sha: string,
): Promise<{ readonly sha: string; readonly how: string } | undefined> {
  for (const name of names) {
    try {
      const { merge_base_commit: commit } = await comparisonOf(repository, name, sha);
      return { sha: commit.sha, how: `merge base with ${/^[0-9a-f]{40,64}$/.test(name) ? name.slice(0, 7) : name}` };
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
  }
  return undefined;
}
