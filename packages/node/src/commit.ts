import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { askGit, type GitFailure } from './git.ts';

/** The full id of a commit, or why there is none, as the end of a sentence. */
export type Commit = string | { readonly refusal: string };

/** The commit that a branch, a tag, an id or `HEAD~1` names in a repository. */
export async function resolveCommit(repository: string, ref: string): Promise<Commit> {
  if (!isCommitName(ref)) return { refusal: 'is no name of a git commit' };
  const id = await askGit(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  return idOr('names no commit in this repository; fetch it first, or check the spelling', id);
}

/** The commit at which `HEAD` left a ref. */
export async function mergeBase(repository: string, ref: string): Promise<Commit> {
  const commit = await resolveCommit(repository, ref);
  if (typeof commit !== 'string') return commit;
  const id = await askGit(repository, ['merge-base', '--end-of-options', commit, 'HEAD']);
  return idOr('has no common ancestor with HEAD here; a shallow clone may lack it', id);
}

/** Where git has said no, `none`; where it could not be asked, why. */
function idOr(none: string, answer: string | GitFailure): Commit {
  if (typeof answer === 'string') return answer;
  return { refusal: answer.exit === undefined ? answer.refusal : none };
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
  if (typeof answer !== 'string') return undefined;
  const end = answer.lastIndexOf('\n');
  const top = resolve(answer.slice(0, end));
  const spelled = resolve(folder, answer.slice(end + 1));
  const [here, there] = await Promise.all([spelled, top].map((path) => realpath(path).catch(() => undefined)));
  return here === there ? spelled : top;
}

/** Whether the commit itself is here, which in a shallow clone its mention is not. */
export async function hasCommit(repository: string, id: string): Promise<boolean> {
  return isCommitId(id) && typeof (await askGit(repository, ['cat-file', '-e', `${id}^{tree}`])) === 'string';
}

/** The parents of a commit as it says itself: in a shallow clone they are named though they are not there. */
export async function parentsOf(repository: string, ref: string): Promise<readonly string[]> {
  const text = isCommitName(ref) ? await askGit(repository, ['cat-file', 'commit', ref]) : undefined;
  if (typeof text !== 'string') return [];
  // Behind its author, a commit may say anything.
  return text.split(/^author /m, 1).flatMap((header) => header.match(/(?<=^parent )[0-9a-f]+$/gm) ?? []);
}

/** A full SHA-1 or SHA-256 id. */
export function isCommitId(text: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

const STEPS = /([~^][0-9]{0,4}){1,20}$/;
const NO_NAME = /[\0- \x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|[./]$|^@?$|^-/;

const MAX_NAME = 500;

/** The rules of git-check-ref-format(1), with steps to ancestors behind: no option, search, range or `@{…}` (threat T20). */
function isCommitName(text: string): boolean {
  const name = text.replace(STEPS, '');
  return text.length <= MAX_NAME && !NO_NAME.test(name) && name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'));
}
