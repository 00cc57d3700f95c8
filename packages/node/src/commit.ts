import { askGit } from './git.ts';

/** The full id of a commit, or why there is none, as the end of a sentence. */
export type Commit = string | { readonly refusal: string };

/** Names that are refs or ids, and nothing that git would take for an option, a search or a range (git-check-ref-format(1)). */
const REF = /^(?!-)(?!.*(\.\.|@\{|\/\/|[\s~^:?*[\\]|\p{Cc}))[^/.][^]*$/u;
const PARENT = /^(.*?)((?:[~^]\d*)*)$/;

/** The commit that a branch, a tag, an id or `HEAD~1` names in a repository. */
export async function resolveCommit(repository: string, ref: string): Promise<Commit> {
  const [, name = '', ancestry = ''] = PARENT.exec(ref) ?? [];
  if (!REF.test(name)) return { refusal: 'is no name of a git commit' };
  const id = await askGit(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}${ancestry}^{commit}`]);
  return id === undefined || id === '' ? { refusal: 'names no commit in this repository; fetch it first, or check the spelling' } : id;
}

/** The commit at which `HEAD` left a ref. */
export async function mergeBase(repository: string, ref: string): Promise<Commit> {
  const commit = await resolveCommit(repository, ref);
  if (typeof commit !== 'string') return commit;
  const id = await askGit(repository, ['merge-base', '--end-of-options', commit, 'HEAD']);
  return id === undefined || id === '' ? { refusal: 'has no common ancestor with HEAD here; a shallow clone may lack it' } : id;
}

/** What `origin` calls its default branch, else `main` or `master`, here or there. */
export async function defaultBranch(repository: string): Promise<string | undefined> {
  const remote = await askGit(repository, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  const candidates = [remote, 'origin/main', 'origin/master', 'main', 'master'].filter((name) => name !== undefined && name !== '');
  for (const name of candidates) if (name !== undefined && typeof (await resolveCommit(repository, name)) === 'string') return name;
  return undefined;
}

/** The top folder of the repository around a folder. */
export async function repositoryTop(folder: string): Promise<string | undefined> {
  const top = await askGit(folder, ['rev-parse', '--show-toplevel']);
  return top === '' ? undefined : top;
}

/** Whether the commit itself is here, which in a shallow clone its mention is not. */
export async function hasCommit(repository: string, id: string): Promise<boolean> {
  return /^[0-9a-f]{40,64}$/.test(id) && (await askGit(repository, ['cat-file', '-e', `${id}^{commit}`])) !== undefined;
}

/** The parents of a commit as it says itself: in a shallow clone they are named though they are not there. */
export async function parentsOf(repository: string, commit: string): Promise<readonly string[]> {
  const text = await askGit(repository, ['cat-file', 'commit', commit]);
  const [header = ''] = (text ?? '').split('\n\n');
  return [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, id = '']) => id);
}
