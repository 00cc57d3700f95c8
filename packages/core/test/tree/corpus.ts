import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url));

/** The corpus of public contracts lies beside the repository, and not everybody has it. */
export const hasCorpus = existsSync(ROOT);
if (!hasCorpus) console.warn('SKIPPED: tests on the corpus, because ../shared/corpus is not here.');

export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** The paths of the files below `folders`, in order. */
export function corpusPaths(...folders: string[]): string[] {
  if (!hasCorpus) return [];
  const inside = (path: string): string[] =>
    statSync(join(ROOT, path)).isDirectory()
      ? readdirSync(join(ROOT, path))
          .sort()
          .flatMap((name) => inside(`${path}/${name}`))
      : [path];
  return folders.flatMap(inside);
}

export function corpusFile(path: string): CorpusFile {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** Files in order until their sizes add up to `budget`, taken evenly from all of them; larger ones than `largest` are left out. */
export function sample(paths: readonly string[], budget: number, largest: number): CorpusFile[] {
  const small = paths.map((path) => ({ path, size: statSync(join(ROOT, path)).size })).filter(({ size }) => size <= largest);
  const total = small.reduce((sum, { size }) => sum + size, 0);
  const taken: CorpusFile[] = [];
  let due = 0;
  for (const { path, size } of small) {
    due += (size * budget) / Math.max(total, budget);
    if (due < size / 2) continue;
    due -= size;
    taken.push(corpusFile(path));
  }
  return taken;
}
