import { follow, type Node, type ScalarNode, type Snapshot } from '@breakwater/core';

const known = new WeakMap<Snapshot, ReadonlyMap<Node, readonly ScalarNode[]>>();

/** The references that lead to a node, anywhere in a description and its files. */
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
