import type { Node, ScalarNode } from '../tree/node.ts';
import { scalarsWithin } from '../tree/scalars-within.ts';
import type { Snapshot } from './snapshot.ts';

/** The references inside a node's text. */
export function referencesIn(snapshot: Snapshot, node: Node): readonly ScalarNode[] {
  return scalarsWithin(snapshot.files.get(node.file.uri)?.references ?? [], node);
}
