import type { Node, ScalarNode } from '../tree/node.ts';
import { follow } from './resolve.ts';
import type { Snapshot } from './snapshot.ts';

const known = new WeakMap<Snapshot, ReadonlyMap<Node, readonly ScalarNode[]>>();

/** The references that lead to a node, anywhere in a contract and its files. */
export function referencesTo(snapshot: Snapshot, node: Node): readonly ScalarNode[] {
  const index = known.get(snapshot) ?? indexOf(snapshot);
  known.set(snapshot, index);
  return index.get(node) ?? [];
}

function indexOf(snapshot: Snapshot): ReadonlyMap<Node, readonly ScalarNode[]> {
  const index = new Map<Node, ScalarNode[]>();
  for (const { references } of snapshot.files.values()) {
    for (const reference of references) {
      const found = follow(snapshot, reference);
      if (!('node' in found)) continue;
      const list = index.get(found.node);
      if (list) list.push(reference);
      else index.set(found.node, [reference]);
    }
  }
  return index;
}
