import { git } from './git.ts';

/** Text, bytes, a symbolic link, or `null`: the file is removed. */
type FileChange = string | Uint8Array | { readonly symlink: string } | null;
export type Files = Readonly<Record<string, FileChange>>;

export interface Commit {
  readonly ref: string;
  /** The first parent: a SHA, or `:n` for the n-th commit of the same import. */
  readonly from?: string;
  /** The second parent. */
  readonly merge?: string;
  readonly message: string;
  readonly files: Files;
}

/** Writes commits into a repository without a working tree, in one run of `git fast-import`. */
export async function importCommits(path: string, commits: readonly Commit[]): Promise<void> {
  const input = Buffer.concat(commits.flatMap((commit, index) => toStream(commit, index + 1)));
  await git(path, ['fast-import', '--quiet', '--force', '--date-format=raw'], { input });
}

/** 2026-01-01T00:00:00Z: the same for every commit, so that the same files give the same SHA. */
const DATE = '1767225600 +0000';

function toStream({ ref, from, merge, message, files }: Commit, mark: number): readonly Buffer[] {
  return [
    Buffer.from(`commit ${ref}\nmark :${mark}\ncommitter Mona Lisa <mona@example.com> ${DATE}\n`),
    ...data(Buffer.from(message)),
    Buffer.from(`${from ? `from ${from}\n` : ''}${merge ? `merge ${merge}\n` : ''}`),
    ...Object.entries(files).flatMap(([name, change]) => toChange(name, change)),
    Buffer.from('\n'),
  ];
}

function toChange(name: string, change: FileChange): readonly Buffer[] {
  if (change === null) return [Buffer.from(`D ${quoted(name)}\n`)];
  if (typeof change === 'string' || change instanceof Uint8Array) {
    return [Buffer.from(`M 100644 inline ${quoted(name)}\n`), ...data(Buffer.from(change))];
  }
  return [Buffer.from(`M 120000 inline ${quoted(name)}\n`), ...data(Buffer.from(change.symlink))];
}

function data(bytes: Buffer): readonly Buffer[] {
  return [Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')];
}

/** Any file name that git can hold, line breaks and quotes too (git-fast-import(1), `<path>`). */
function quoted(name: string): string {
  return `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
