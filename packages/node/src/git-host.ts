import { DOES_NOT_EXIST, type FileText, type Host } from '@breakwater/core';
import { askGit, runGit } from './git.ts';
import { decodeText, isReadable, MAX_FILE_SIZE, TOO_LARGE, WRONG_EXTENSION } from './text-file.ts';

/** The files of a commit, by uris relative to the top of the repository. Blobs only: no filter, no link, no checkout. */
export function gitHost(repository: string, commit: string): Host {
  return { readFile: (uri) => readBlob(repository, commit, uri) };
}

async function readBlob(repository: string, commit: string, uri: string): Promise<FileText> {
  if (uri.startsWith('/') || uri === '..' || uri.startsWith('../')) return { refusal: 'is outside the workspace' };
  if (!isReadable(uri)) return WRONG_EXTENSION;
  const listed = await askGit(repository, ['--literal-pathspecs', 'ls-tree', '-l', '--full-tree', commit, '--', uri]);
  if (listed === undefined) return { refusal: `cannot be read from the commit ${commit.slice(0, 7)}` };
  const [mode, , id, size] = listed.split(/\s+/);
  if (id === undefined) return DOES_NOT_EXIST;
  if (mode === '120000') return { refusal: 'is a symbolic link, which is not followed in a commit' };
  if (mode !== '100644' && mode !== '100755') return { refusal: 'is not a file' };
  if (Number(size) > MAX_FILE_SIZE) return TOO_LARGE;
  const answer = await runGit(repository, ['cat-file', 'blob', id]);
  return 'output' in answer ? decodeText(answer.output) : { refusal: `cannot be read from the commit ${commit.slice(0, 7)}` };
}
