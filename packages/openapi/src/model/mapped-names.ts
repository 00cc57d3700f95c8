import type { Node, ScalarNode, Snapshot } from '@breakwater/core';
import { mappedNamesOf } from '../references.ts';

/** The values of discriminator mappings, by file and in the order of the text: a bare one is the name of a schema (OpenAPI 3.1.1, section 4.8.25.3). */
export type MappedNames = ReadonlyMap<string, readonly ScalarNode[]>;

export function mappedNames({ files }: Snapshot): MappedNames {
  const names = new Map<string, readonly ScalarNode[]>();
  for (const [uri, { root }] of files) if (root) names.set(uri, mappedNamesOf(root));
  return names;
}

export function mappedNamesIn(names: MappedNames, { file, start, end }: Node): readonly ScalarNode[] {
  const list = names.get(file.uri) ?? [];
  const found: ScalarNode[] = [];
  for (let i = firstFrom(list, start); i < list.length; i++) {
    const name = list[i];
    if (!name || name.start >= end) break;
    found.push(name);
  }
  return found;
}

function firstFrom(list: readonly ScalarNode[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
