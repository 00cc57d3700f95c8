import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CORPUS = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/corpus');
const MAX_BYTES = 400_000;
const COUNT = 60;

/** The last version of each history, and single descriptions, of a size that Spectral reads in seconds; one file each. */
export function contracts(): readonly string[] {
  const {
    histories,
    items,
  }: { histories: readonly { kind: string; entries: readonly string[] }[]; items: readonly { id: string; kind: string; path: string }[] } = JSON.parse(
    readFileSync(join(CORPUS, 'MANIFEST.json'), 'utf8'),
  );
  const last = new Set(histories.filter(({ kind }) => kind === 'openapi').flatMap(({ entries }) => entries.at(-1) ?? []));
  const inHistory = new Set(histories.flatMap(({ entries }) => entries));
  return items
    .filter(({ id, kind, path }) => kind === 'openapi' && /\.(ya?ml|json)$/.test(path) && (last.has(id) || !inHistory.has(id)))
    .map(({ path }) => path)
    .filter((path) => statSync(join(CORPUS, path)).size < MAX_BYTES && standsAlone(path))
    .slice(0, COUNT);
}

/** Each tool names places in other files in a way of its own. */
export function standsAlone(path: string): boolean {
  return !/\$ref["']?:\s*["']?[^#"'\s]/.test(readFileSync(join(CORPUS, path), 'utf8'));
}
