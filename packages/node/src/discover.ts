import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '@breakwater/core';

const SKIPPED = new Set(['node_modules', 'dist', 'build', 'vendor']);
const MAX_FILES = 20_000;
const MAX_SIZE = 20_000_000;

/**
 * The contracts below a folder, by their content, as paths relative to it. Hidden folders and those of dependencies and
 * builds are left out, and so is whatever `isContract` does not know.
 */
export async function discoverContracts(folder: string, isContract: (file: SourceFile) => boolean): Promise<readonly string[]> {
  const found: string[] = [];
  const queue = [''];
  let seen = 0;
  for (let at = queue.shift(); at !== undefined && seen < MAX_FILES; at = queue.shift()) {
    for (const entry of readdirSync(join(folder, at), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('.')) queue.push(path);
      if (!entry.isFile() || !/\.(ya?ml|json)$/.test(entry.name)) continue;
      seen++;
      if (mayBeContract(join(folder, path)) && isContract({ uri: path, text: readFileSync(join(folder, path), 'utf8') })) found.push(path);
    }
  }
  return found;
}

/** A cheap look before anything is parsed. */
function mayBeContract(path: string): boolean {
  return (
    statSync(path).size <= MAX_SIZE &&
    /^\uFEFF?\s*(\{|["']?(openapi|swagger)\b)|^["']?(openapi|swagger)["']?\s*:/m.test(readFileSync(path, 'utf8').slice(0, 100_000))
  );
}
