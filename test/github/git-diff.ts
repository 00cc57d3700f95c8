import { git } from './git.ts';

/** A changed file in GitHub's words (`diff-entry`). */
export interface ChangedFile {
  readonly sha: string;
  readonly filename: string;
  readonly previousFilename: string | undefined;
  readonly status: string;
  readonly additions: number;
  readonly deletions: number;
  /** GitHub leaves it out for binary files. */
  readonly patch: string | undefined;
}

const STATUS: Readonly<Record<string, string>> = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', C: 'copied', T: 'changed' };
const OPTIONS = ['-M', '--no-color', '--no-ext-diff', '--no-textconv'] as const;

/** The files that differ between two commits, in the order of their paths. */
export async function changedFiles(folder: string, before: string, after: string): Promise<readonly ChangedFile[]> {
  const ask = async (...args: string[]) => (await git(folder, ['diff', ...OPTIONS, ...args, before, after, '--'])).toString('utf8');
  const raw = tokens(await ask('--raw', '--no-abbrev', '-z'));
  const counts = tokens(await ask('--numstat', '-z'));
  const patches = (await ask()).split(/^(?=diff --git )/m);
  const files: ChangedFile[] = [];
  for (let raws = 0, numbers = 0, texts = 0; raws < raw.length; ) {
    const [, , shaBefore = '', shaAfter = '', letter = ''] = (raw[raws++] ?? '').split(' ');
    const isMoved = /^[RC]/.test(letter);
    const first = raw[raws++] ?? '';
    const filename = isMoved ? (raw[raws++] ?? '') : first;
    const [additions = '', deletions = ''] = (counts[numbers] ?? '').split('\t');
    numbers += isMoved ? 3 : 1;
    files.push({
      sha: letter === 'D' ? shaBefore : shaAfter,
      filename,
      previousFilename: isMoved ? first : undefined,
      status: STATUS[letter.charAt(0)] ?? 'changed',
      // `-` stands for a binary file.
      additions: Number(additions) || 0,
      deletions: Number(deletions) || 0,
      patch: patchOf(patches[texts]),
    });
    // A file that becomes a link is shown as removed and added.
    texts += letter === 'T' ? 2 : 1;
  }
  return files;
}

/** The whole difference as text: the `diff` media type. */
export async function diffText(folder: string, before: string, after: string): Promise<Buffer> {
  return git(folder, ['diff', ...OPTIONS, before, after, '--']);
}

function tokens(text: string): readonly string[] {
  return text.split('\0').slice(0, -1);
}

function patchOf(text: string | undefined): string | undefined {
  const at = text?.search(/^@@ /m) ?? -1;
  return at < 0 ? undefined : text?.slice(at).trimEnd();
}
