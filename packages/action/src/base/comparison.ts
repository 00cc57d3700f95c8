import type { Repository } from '../repository.ts';

/** How one commit stands to another. What changed between them comes with the first page, and may be megabytes: the second is asked for. */
export async function comparisonOf({ client, context: { owner, repo } }: Repository, base: string, head: string) {
  const { data } = await client.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}`, per_page: 1, page: 2 });
  return data;
}
