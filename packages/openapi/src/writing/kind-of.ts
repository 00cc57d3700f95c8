import type { Node } from '@breakwater/core';
import type { Kinds } from '../grammar/kinds.ts';

const REFERENCE = 'reference to ';

/** As which object a node has been read, be it one or a reference to one. */
export function kindOf(kinds: Kinds, node: Node): string | undefined {
  for (const kind of kinds.get(node) ?? []) {
    if (kind.startsWith(REFERENCE)) return kind.slice(REFERENCE.length);
    if (!kind.includes(' ') && kind !== 'reference') return kind;
  }
  return undefined;
}
