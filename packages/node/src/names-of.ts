import { isCommitId } from './commit.ts';
import { askGit } from './git.ts';

/** More nobody reads through; what is older can still be named. */
const MAX_NAMES = 100;
const MAX_COMMITS = 30;

/** What people call the versions of a repository, the latest first. */
export interface Names {
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  /** The last ones of `HEAD`. */
  readonly commits: readonly { readonly id: string; readonly subject: string }[];
}

export async function namesOf(repository: string): Promise<Names> {
  const branches = await linesOf(repository, refsBelow('refs/heads', 'refs/remotes'));
  const tags = await linesOf(repository, refsBelow('refs/tags'));
  const log = await linesOf(repository, ['rev-list', `--max-count=${MAX_COMMITS}`, '--format=%H%x09%s', 'HEAD']);
  return { branches: branches.filter((name) => name !== 'origin' && !name.endsWith('/HEAD')), tags, commits: log.flatMap(toCommit) };
}

function refsBelow(...places: readonly string[]): readonly string[] {
  return ['for-each-ref', `--count=${MAX_NAMES}`, '--sort=-creatordate', '--format=%(refname:short)', ...places];
}

async function linesOf(repository: string, args: readonly string[]): Promise<readonly string[]> {
  const answer = await askGit(repository, args);
  return typeof answer === 'string' ? answer.split(/\r?\n/).filter((line) => line !== '') : [];
}

/** A line `commit <id>` comes before each of them. */
function toCommit(line: string): Names['commits'] {
  const [id = '', subject] = line.split('\t');
  return isCommitId(id) && subject !== undefined ? [{ id, subject }] : [];
}
