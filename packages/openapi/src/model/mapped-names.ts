import { type Node, type ScalarNode, type Snapshot, scalarsWithin } from '@breakwater/core';
import { mappedNamesOf } from '../references.ts';

/** The values of discriminator mappings, by file and in the order of the text: a bare one is the name of a schema (OpenAPI 3.1.1, section 4.8.25.3). */
export type MappedNames = ReadonlyMap<string, readonly ScalarNode[]>;

export function mappedNames({ files }: Snapshot): MappedNames {
  const names = new Map<string, readonly ScalarNode[]>();
  for (const [uri, { root }] of files) if (root) names.set(uri, mappedNamesOf(root));
  return names;
}

export function mappedNamesIn(names: MappedNames, node: Node): readonly ScalarNode[] {
  return scalarsWithin(names.get(node.file.uri) ?? [], node);
}
