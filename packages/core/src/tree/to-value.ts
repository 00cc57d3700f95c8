import type { Node } from './node.ts';

/** Plain data of a node. Maps have no prototype, so `__proto__` and `toString` are ordinary keys. Linear: aliases stay shared. */
export function toValue(node: Node, seen: Map<Node, unknown> = new Map()): unknown {
  if (node.kind === 'scalar') return node.value;
  const known = seen.get(node);
  if (known !== undefined) return known;
  if (node.kind === 'seq') {
    const list: unknown[] = [];
    seen.set(node, list);
    for (const item of node.items) list.push(toValue(item, seen));
    return list;
  }
  const map: Record<string, unknown> = Object.create(null);
  seen.set(node, map);
  for (const { name, value } of node.entries) map[name] = toValue(value, seen);
  return map;
}
