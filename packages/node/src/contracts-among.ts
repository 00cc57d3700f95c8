import type { Host, SourceFile } from '@breakwater/core';

const SKIPPED = new Set(['node_modules', 'dist', 'build', 'vendor']);

/** So many are read at a time: a host may be far away. */
const AT_ONCE = 8;

export interface ContractsFound {
  readonly found: readonly string[];
  /** What could not be read, so that nobody knows what it is. */
  readonly unread: readonly { readonly uri: string; readonly refusal: string }[];
}

/** Which of some files are contracts. */
export async function contractsAmong(paths: readonly string[], host: Host, isContract: (file: SourceFile) => boolean): Promise<ContractsFound> {
  const found: string[] = [];
  const unread: { uri: string; refusal: string }[] = [];
  for (let i = 0; i < paths.length; i += AT_ONCE) {
    const texts = await Promise.all(paths.slice(i, i + AT_ONCE).map(async (uri) => ({ uri, text: await host.readFile(uri) })));
    for (const { uri, text } of texts) {
      if ('refusal' in text) unread.push({ uri, refusal: text.refusal });
      else if (looksLikeContract(text.text) && isContract({ uri, text: text.text })) found.push(uri);
    }
  }
  return { found, unread };
}

/** Whether a path is one where contracts are looked for without being named: not in hidden folders, and those of dependencies and builds. */
export function mayHoldContracts(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .every((name) => !SKIPPED.has(name) && !name.startsWith('.'));
}

/** A cheap look before anything is parsed. */
function looksLikeContract(text: string): boolean {
  return /^\uFEFF?\s*(\{|["']?(openapi|swagger)\b)|^["']?(openapi|swagger)["']?\s*:/m.test(text.slice(0, 100_000));
}
