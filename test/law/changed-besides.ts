import type { Edit, Entry, Node, ScalarNode } from '@breakwater/core';

/** A key or a scalar, with the keys that it stands below. */
interface Leaf {
  readonly start: number;
  readonly end: number;
  readonly says: string;
  readonly below: readonly Entry[];
}

/**
 * What edits have changed beyond their own text. Every key and scalar that no edit touches has to be there after them: at its
 * shifted place, with the same value, below the same keys. An edit can break that without touching it: by an indentation, a
 * comma, or a text that goes on into the next one.
 */
export function changedBesides(before: Node | undefined, after: Node | undefined, edits: readonly Edit[]): readonly string[] {
  const now = new Map(leavesOf(after).map((leaf) => [leaf.start, leaf]));
  const isTouched = ({ start, end }: Pick<Leaf, 'start' | 'end'>) => edits.some(({ span }) => span.start < end && start < span.end);
  const old = leavesOf(before);
  // Keys that an edit has written or changed may stand above anything: only what was left alone is compared.
  const kept = new Set(old.filter((leaf) => !isTouched(leaf)).map(({ start }) => moved(start, edits)));
  return old.flatMap((leaf) => {
    if (isTouched(leaf)) return [];
    const same = now.get(moved(leaf.start, edits));
    if (same?.says !== leaf.says) return [`${leaf.says} became ${same?.says ?? 'nothing'}`];
    const keys = leaf.below.filter((key) => !isTouched(key)).map(({ start }) => moved(start, edits));
    const keysNow = same.below.map(({ start }) => start).filter((start) => kept.has(start));
    return keys.join() === keysNow.join() ? [] : [`${leaf.says} stands below other keys`];
  });
}

/** Where an offset is after the edits before it. */
function moved(offset: number, edits: readonly Edit[]): number {
  const before = edits.filter(({ span }) => span.end <= offset);
  return before.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), offset);
}

function leavesOf(root: Node | undefined): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node, below: readonly Entry[]) => {
    // An alias is the node that it repeats.
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'scalar') leaves.push({ start: node.start, end: node.end, says: wordsOf(node), below });
    else if (node.kind === 'seq') for (const item of node.items) visit(item, below);
    else
      for (const entry of node.entries) {
        // A merged key stands elsewhere.
        if (entry.value.parent !== node || seen.has(entry.value)) continue;
        leaves.push({ start: entry.start, end: entry.end, says: `the key ${entry.name}`, below });
        visit(entry.value, [...below, entry]);
      }
  };
  if (root) visit(root, []);
  return leaves;
}

function wordsOf({ value }: ScalarNode): string {
  return JSON.stringify(value);
}
