import type { Entry, Node } from './node.ts';

/** What stands around an offset. */
export interface Around {
  /** The innermost node; for an offset on a key, the map that has it. */
  readonly node: Node;
  /** The entry whose key the offset is on. */
  readonly key: Entry | undefined;
  /** From the root to `node`. */
  readonly way: readonly Node[];
}

/** The innermost node around an offset, its end included. What stands elsewhere, as behind an alias, is not entered. */
export function aroundOffset(root: Node, offset: number): Around {
  const way: Node[] = [root];
  for (let node: Node = root; ; ) {
    const key = node.kind === 'map' ? node.entries.find((entry) => isIn(entry, offset) && entry.value.file === root.file) : undefined;
    const next = key ? undefined : partsOf(node).find((part) => part.parent === node && isIn(part, offset));
    if (!next) return { node, key, way };
    way.push(next);
    node = next;
  }
}

function partsOf(node: Node): readonly Node[] {
  if (node.kind === 'map') return node.entries.map(({ value }) => value);
  return node.kind === 'seq' ? node.items : [];
}

function isIn({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean {
  return start <= offset && offset <= end;
}
