import type { Node, ScalarNode } from '../tree/node.ts';
import type { Snapshot } from './snapshot.ts';

/** The references inside a node's text, by binary search over those of its file. */
export function referencesIn(snapshot: Snapshot, node: Node): readonly ScalarNode[] {
  const references = snapshot.files.get(node.file.uri)?.references ?? [];
  const first = firstAtOrAfter(references, node.start);
  return references.slice(first, firstAtOrAfter(references, node.end));
}

function firstAtOrAfter(references: readonly ScalarNode[], offset: number): number {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((references[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
