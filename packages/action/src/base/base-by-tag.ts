import { matchesGlob, releasesAmong, VERSION_OF_TAG } from '@breakwater/core';
import type { Repository } from '../repository.ts';
import { statusOf } from '../status-of.ts';
import type { Version } from '../version/version.ts';
import type { Chosen } from './base.ts';
import { comparisonOf } from './comparison.ts';

interface Tag {
  readonly name: string;
  readonly sha: string;
}

/** Pages of 100 tags, and candidates that are asked for being an ancestor: more of either nobody waits for. */
const MAX_PAGES = 20;
const MAX_CANDIDATES = 10;

/**
 * The last release before the head: of the tags that match, the highest version that the head contains. Releases of another branch
 * count only where it contains none, and previews only where nothing else was released.
 */
export async function baseByTag(pattern: string, repository: Repository, head: Version): Promise<Chosen> {
  const all = await tagsOf(repository);
  const tags = all.filter(({ sha }) => sha !== head.sha && sha !== head.publicSha);
  const releases = releasesAmong(tags, pattern);
  if (releases.length === 0) return { refusal: noneOf(pattern, all, tags) };
  const ways = new Map<Tag, string | undefined>();
  for (const tag of releases.slice(0, MAX_CANDIDATES)) {
    const way = await wayTo(tag, repository, head);
    if (way === 'ahead') return { sha: tag.sha, how: `last release, tag ${tag.name}` };
    ways.set(tag, way);
  }
  const [beside] = [...ways].flatMap(([tag, way]) => (way === 'diverged' ? [tag] : []));
  if (!beside) return { refusal: `No version that matches \`${pattern}\` was released before this commit; name another base.` };
  return { sha: beside.sha, how: `last release, tag ${beside.name} of another branch` };
}

/** What is the matter with a pattern, in the words of whoever wrote it. */
function noneOf(pattern: string, all: readonly Tag[], before: readonly Tag[]): string {
  const [example] = all;
  if (!example) return `No tag matches \`${pattern}\`, since the repository has none; until there is a release, name another base.`;
  const matching = all.filter(({ name }) => matchesGlob(pattern, name));
  if (matching.length === 0) return `No tag matches \`${pattern}\`; there is, for one, \`${example.name}\`.`;
  const isEarlier = matching.some((tag) => before.includes(tag));
  if (isEarlier) return `The tags that match \`${pattern}\` are no versions; a tag of any name is a base without \`tag:\`.`;
  return `The tags that match \`${pattern}\` are at this very commit; name another base.`;
}

/** The other tags of the thing that a tag names: `api/v1.2` is one of `api/*`. */
export function siblingsOf(tag: string): string {
  return tag.replace(VERSION_OF_TAG, (_, mark: string) => `${mark}*`);
}

async function tagsOf({ client, context: { owner, repo } }: Repository): Promise<readonly Tag[]> {
  const tags: Tag[] = [];
  let pages = 0;
  for await (const { data } of client.paginate.iterator(client.rest.repos.listTags, { owner, repo, per_page: 100 })) {
    for (const { name, commit } of data) tags.push({ name, sha: commit.sha });
    if (++pages === MAX_PAGES) break;
  }
  return tags;
}

/** Where the head is, seen from the tag of another commit: `ahead`, `behind` or `diverged`; nowhere if they have no commit in common. */
async function wayTo({ sha }: Tag, repository: Repository, head: Version): Promise<string | undefined> {
  try {
    return (await comparisonOf(repository, sha, head.publicSha)).status;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}
