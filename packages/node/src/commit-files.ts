import { isCommitId } from './commit.ts';
import { runGit } from './git.ts';

/** The regular files of a commit that is here, with the ids of their contents. Links and submodules are left out. */
export async function commitFiles(repository: string, commit: string): Promise<ReadonlyMap<string, string> | { readonly refusal: string }> {
  if (!isCommitId(commit)) return { refusal: 'cannot be listed: it is no full id of a commit' };
  const answer = await runGit(repository, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  return 'output' in answer ? new Map(answer.output.toString('utf8').split('\0').flatMap(toFile)) : { refusal: answer.refusal };
}

/** `<mode> SP <type> SP <object> TAB <file>` (git-ls-tree(1), section OUTPUT FORMAT); modes that begin so are those of files. */
function toFile(line: string): readonly (readonly [string, string])[] {
  const [, id, name] = /^100[0-7]{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
  return id !== undefined && name !== undefined ? [[name, id]] : [];
}
