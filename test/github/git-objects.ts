import { git, gitText } from './git.ts';

/** One entry of a tree. */
export interface TreeEntry {
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  readonly size: number | undefined;
  readonly path: string;
}

export const SYMLINK = '120000';

/** The commit that GitHub takes a name for: a full ref, `heads/x`, a branch, a tag, or a SHA. */
export async function commitOf(folder: string, name: string): Promise<string | undefined> {
  if (name.startsWith('-') || /[\s:^~?*[\\]|\.\.|@\{/.test(name)) return undefined;
  const spellings = [name.startsWith('refs/') ? name : undefined, `refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`];
  if (/^[0-9a-f]{4,64}$/.test(name)) spellings.push(name);
  for (const spelling of spellings) {
    if (spelling === undefined) continue;
    const sha = await gitText(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${spelling}^{commit}`]);
    if (sha !== undefined) return sha;
  }
  return undefined;
}

export async function entriesOf(folder: string, tree: string, recursive: boolean): Promise<readonly TreeEntry[] | undefined> {
  const args = ['ls-tree', '-z', '-l', '--full-tree', ...(recursive ? ['-r', '-t'] : []), tree];
  const text = await gitText(folder, args);
  return text?.split('\0').filter(Boolean).map(toEntry);
}

/** The entry at `path`, whatever it is; symbolic links are not followed. */
export async function entryAt(folder: string, commit: string, path: string): Promise<TreeEntry | undefined> {
  const at = path.lastIndexOf('/');
  const entries = await entriesOf(folder, at < 0 ? commit : `${commit}:${path.slice(0, at)}`, false);
  const found = entries?.find((entry) => entry.path === path.slice(at + 1));
  return found && { ...found, path };
}

function toEntry(line: string): TreeEntry {
  const [, mode = '', type = '', sha = '', size = '', path = ''] = /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(line) ?? [];
  return { mode, type: type as TreeEntry['type'], sha, size: size === '-' ? undefined : Number(size), path };
}

/** The bytes of a blob, or `undefined` when there is no such blob. */
export async function blobOf(folder: string, sha: string): Promise<Buffer | undefined> {
  if (!/^[0-9a-f]{40,64}$/.test(sha)) return undefined;
  try {
    return await git(folder, ['cat-file', 'blob', sha]);
  } catch {
    return undefined;
  }
}

export interface CommitFacts {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly email: string;
  readonly date: string;
  readonly message: string;
}

/** The newest first, as `git log` has them. */
export async function commitsOf(folder: string, range: readonly string[]): Promise<readonly CommitFacts[]> {
  const format = '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%B%x01';
  const text = (await git(folder, ['log', '-z', `--format=${format}`, ...range, '--'])).toString('utf8');
  return text
    .split('\u0001')
    .filter((one) => one.length > 1)
    .map((one) => {
      const [sha = '', tree = '', parents = '', author = '', email = '', date = '', message = ''] = one.replace(/^\0/, '').split('\0');
      return { sha, tree, parents: parents.split(' ').filter(Boolean), author, email, date, message: message.trimEnd() };
    });
}

export async function mergeBaseOf(folder: string, one: string, other: string): Promise<string | undefined> {
  return gitText(folder, ['merge-base', one, other]);
}
