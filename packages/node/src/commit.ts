import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { askGit } from './git.ts';

/** The full id of a commit, or why there is none, as the end of a sentence. */
export type Commit = string | { readonly refusal: string };

/** The commit that a branch, a tag, an id or `HEAD~1` names in a repository. */
export async function resolveCommit(repository: string, ref: string): Promise<Commit> {
  if (!isCommitName(ref)) return { refusal: 'is no name of a git commit' };
  const id = await askGit(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (typeof id === 'string' && isCommitId(id)) return id;
  const known = typeof id === 'string' || id.exit !== undefined;
  return { refusal: known ? 'names no commit in this repository; fetch it first, or check the spelling' : id.refusal };
}

/** The commit at which `HEAD` left a ref. */
export async function mergeBase(repository: string, ref: string): Promise<Commit> {
  const commit = await resolveCommit(repository, ref);
  if (typeof commit !== 'string') return commit;
  const id = await askGit(repository, ['merge-base', '--end-of-options', commit, 'HEAD']);
  if (typeof id === 'string' && isCommitId(id)) return id;
  const known = typeof id === 'string' || id.exit !== undefined;
  return { refusal: known ? 'has no common ancestor with HEAD here; a shallow clone may lack it' : id.refusal };
}

/** What `origin` calls its default branch, else `main` or `master`, there or here. */
export async function defaultBranch(repository: string): Promise<string | undefined> {
  const remote = await askGit(repository, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  const names = [...(typeof remote === 'string' ? [remote] : []), 'origin/main', 'origin/master', 'main', 'master'];
  for (const name of names) if (typeof (await resolveCommit(repository, name)) === 'string') return name;
  return undefined;
}

/** The top folder of the working tree around a folder, spelled as the folder is where symbolic links allow it. */
export async function repositoryTop(folder: string): Promise<string | undefined> {
  const answer = await askGit(folder, ['rev-parse', '--show-toplevel', '--show-cdup']);
  const [top = '', up = ''] = typeof answer === 'string' ? answer.split(/\r?\n/) : [];
  if (top === '') return undefined;
  const spelled = resolve(folder, up);
  const same = (await realpath(spelled).catch(() => undefined)) === (await realpath(top).catch(() => top));
  return same ? spelled : resolve(top);
}

/** Whether the commit itself is here, which in a shallow clone its mention is not. */
export async function hasCommit(repository: string, id: string): Promise<boolean> {
  return isCommitId(id) && typeof (await askGit(repository, ['cat-file', '-e', `${id}^{tree}`])) === 'string';
}

/** The parents of a commit as it says itself: in a shallow clone they are named though they are not there. */
export async function parentsOf(repository: string, ref: string): Promise<readonly string[]> {
  const commit = await resolveCommit(repository, ref);
  const text = typeof commit === 'string' ? await askGit(repository, ['cat-file', 'commit', commit]) : commit;
  const [header = ''] = typeof text === 'string' ? text.split('\n\n') : [];
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, id = '']) => (isCommitId(id) ? [id] : []));
}

/** A full SHA-1 or SHA-256 id. */
export function isCommitId(text: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

const STEPS = /([~^][0-9]{0,4}){1,20}$/;

/** The rules of git-check-ref-format(1), with steps to ancestors behind: no option, search, range or `@{…}` (threat T20). */
function isCommitName(text: string): boolean {
  const name = text.replace(STEPS, '');
  if (name === '' || name === '@' || name.startsWith('-') || text.length > 500) return false;
  if (/[\0- \x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|[./]$/.test(name)) return false;
  return name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'));
}
