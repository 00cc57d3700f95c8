import type { Node } from '../tree/node.ts';
import type { Unchanged } from '../workspace/unchanged.ts';
import type { Element } from './element.ts';
import type { Pair } from './fact.ts';

export interface PairWithParts {
  readonly pair: Pair;
  readonly removed: readonly Element[];
  readonly added: readonly Element[];
}

/**
 * Pairs the elements of two models by identity, each pair once however often it is reached, so recursion ends.
 * All pairs are found before the first is given out: a pair then knows everything that it was reached from.
 */
export function pairsBelow(base: Element, head: Element, unchanged: Unchanged, shouldStop?: () => boolean): readonly PairWithParts[] {
  const known = new Map<string, Map<Node, Map<Node, Pair>>>();
  const found: PairWithParts[] = [];
  const queue: Pair[] = [{ before: base, after: head, parents: [] }];
  for (let i = 0; i < queue.length; i++) {
    if (shouldStop?.()) return [];
    const pair = queue[i] as Pair; // The index is within the list.
    const { matched, removed, added } = matchParts(pair);
    found.push({ pair, removed, added });
    for (const [before, after] of matched) {
      if (isUnchanged(before, after, unchanged)) continue;
      const next = intern(known, before, after);
      if (next.parents.length === 0) queue.push(next);
      next.parents.push(pair);
    }
  }
  return found;
}

interface Matches {
  readonly matched: readonly [Element, Element][];
  readonly removed: readonly Element[];
  readonly added: readonly Element[];
}

/** By identity first; what is left is paired with what stands in for it in the other version, if anything does. */
function matchParts({ before, after }: Pair): Matches {
  const old = byKey(partsOf(before));
  const now = byKey(partsOf(after));
  const matched: [Element, Element][] = [];
  const removed: Element[] = [];
  const added: Element[] = [];
  for (const [key, part] of now) {
    const other = old.get(key) ?? standInFor(part, old);
    if (other) matched.push([other, part]);
    else added.push(part);
  }
  for (const [key, part] of old) {
    if (now.has(key)) continue;
    const other = standInFor(part, now);
    if (other) matched.push([part, other]);
    else removed.push(part);
  }
  return matchAliases(matched, removed, added);
}

function matchAliases(matched: [Element, Element][], removed: Element[], added: Element[]): Matches {
  const byAlias = new Map<string, Element>();
  for (const part of removed) if (part.alias !== undefined) byAlias.set(aliasOf(part), part);
  const paired = new Set<Element>();
  for (const part of byAlias.size > 0 ? added : []) {
    const other = byAlias.get(aliasOf(part));
    if (!other || paired.has(other)) continue;
    matched.push([other, part]);
    paired.add(other).add(part);
  }
  return { matched, removed: removed.filter((part) => !paired.has(part)), added: added.filter((part) => !paired.has(part)) };
}

function aliasOf({ kind, alias = '' }: Element): string {
  return `${kind} ${alias}`;
}

function byKey(parts: readonly Element[]): ReadonlyMap<string, Element> {
  return new Map(parts.map((part) => [keyOf(part), part]));
}

function standInFor({ kind, standIns = [] }: Element, others: ReadonlyMap<string, Element>): Element | undefined {
  for (const id of standIns) {
    const other = others.get(keyOf({ kind, id }));
    if (other) return other;
  }
  return undefined;
}

function partsOf(element: Element): readonly Element[] {
  return element.parts?.() ?? element.children();
}

function keyOf({ kind, id }: Pick<Element, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

function intern(known: Map<string, Map<Node, Map<Node, Pair>>>, before: Element, after: Element): Pair {
  const role = `${roleOf(before)} ${roleOf(after)} ${after.direction ?? ''}`;
  let byBefore = known.get(role);
  if (!byBefore) known.set(role, (byBefore = new Map()));
  let byAfter = byBefore.get(before.node);
  if (!byAfter) byBefore.set(before.node, (byAfter = new Map()));
  let pair = byAfter.get(after.node);
  if (!pair) byAfter.set(after.node, (pair = { before, after, parents: [] }));
  return pair;
}

/** A boundary is one of its own even when its text is shared: what it affects is told by it. */
function roleOf({ role, kind, id, scope = '' }: Element): string {
  return `${role ?? `${kind} ${id}`} ${scope}`;
}

function isUnchanged(before: Element, after: Element, unchanged: Unchanged): boolean {
  const [old, now] = [before.context, after.context];
  if (!old || !now || old.key !== now.key || old.nodes.length !== now.nodes.length) return false;
  return unchanged(before.node, after.node) && old.nodes.every((node, i) => unchanged(node, now.nodes[i] ?? node));
}
