import { releasesAmong } from '@breakwater/core';
import { askGit } from './git.ts';

/** The tag of the last release: of those that match a pattern the highest version that `HEAD` contains, else the highest of all. */
export async function releaseTag(repository: string, pattern: string): Promise<string | undefined> {
  const [contained] = releasesAmong(await tagsOf(repository, ['--merged=HEAD']), pattern);
  const [highest] = contained ? [contained] : releasesAmong(await tagsOf(repository, []), pattern);
  return highest?.name;
}

async function tagsOf(repository: string, options: readonly string[]): Promise<readonly { readonly name: string }[]> {
  const answer = await askGit(repository, ['for-each-ref', '--format=%(refname:strip=2)', ...options, 'refs/tags']);
  return typeof answer === 'string' ? answer.split(/\r?\n/).flatMap((name) => (name === '' ? [] : [{ name }])) : [];
}
