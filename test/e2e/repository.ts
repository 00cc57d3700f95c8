import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IDENTITY = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com', '-c', 'init.defaultBranch=main'];

export interface Repository {
  readonly folder: string;
  /** The folder that holds nothing but the repository. */
  readonly above: string;
  read(path: string): string;
  /** The one-based place of the first `text` in a file as it is saved. */
  find(path: string, text: string): { readonly line: number; readonly column: number };
  remove(): void;
}

/** A repository whose branch `main` holds the files of `fixture`, and whose work tree is on a branch of its own. */
export function createRepository(fixture: string): Repository {
  const above = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-repository-')));
  const folder = join(above, 'parcels');
  const git = (...args: readonly string[]) => execFileSync('git', [...IDENTITY, ...args], { cwd: folder, stdio: 'pipe' });
  cpSync(fixture, folder, { recursive: true });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'The contract as it is');
  git('checkout', '--quiet', '-b', 'change');

  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const find = (path: string, text: string) => {
    const before = read(path).split(text, 1)[0] ?? '';
    if (before === read(path)) throw new Error(`${path} does not hold \`${text}\`.`);
    const lines = before.split('\n');
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
  return { folder, above, read, find, remove: () => rmSync(above, { recursive: true, force: true }) };
}
