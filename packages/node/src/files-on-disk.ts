import { readdirSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { askGit } from './git.ts';

const MAX_FILES = 20_000;

/**
 * The YAML and JSON files below a folder, as paths relative to it: in a git repository without what `.gitignore` names, elsewhere
 * without hidden folders.
 */
export async function filesOnDisk(folder: string): Promise<readonly string[]> {
  const listed = await askGit(folder, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  const paths = typeof listed === 'string' ? listed.split('\0').filter((path) => mayBeRead(path)) : walk(folder);
  const there = await Promise.all([...new Set(paths)].sort().map(async (path) => ((await isFile(join(folder, path))) ? [path] : [])));
  return there.flat();
}

/** Whether a name is one that contracts and what they refer to have. */
export function mayBeRead(path: string): boolean {
  return /\.(ya?ml|json)$/i.test(path);
}

/** What is deleted is still in the index, and a submodule is a folder. */
async function isFile(path: string): Promise<boolean> {
  const stat = await lstat(path).catch(() => undefined);
  return stat?.isFile() ?? false;
}

function walk(folder: string): readonly string[] {
  const found: string[] = [];
  const queue = [''];
  for (let at = queue.shift(); at !== undefined && found.length < MAX_FILES; at = queue.shift()) {
    for (const entry of readdirSync(join(folder, at), { withFileTypes: true })) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) queue.push(path);
      if (entry.isFile() && mayBeRead(path)) found.push(path);
    }
  }
  return found;
}
