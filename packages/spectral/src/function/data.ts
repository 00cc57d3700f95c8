import type { Node } from '@breakwater/core';
import type { Seen, Thing } from '../path/thing.ts';
import { listOf, mapOf } from './check.ts';

/** The nodes above a node, which must not begin again below it. */
interface Way {
  readonly node: Node;
  readonly up: Way | undefined;
}

/**
 * A value as plain data, with what its references mean in their place. Each part is made when somebody looks at it, since with
 * references followed a small contract can be larger than any memory. Where they form a circle, the reference stays.
 */
export function dataOf(value: Thing, seen: Seen): unknown {
  const top = mapOf(value) ?? listOf(value);
  return top ? dataAt(top, undefined, seen) : value;
}

function dataAt(raw: Node, up: Way | undefined, seen: Seen): unknown {
  const meant = seen.at(raw);
  const node = isOn(up, meant) ? raw : meant;
  if (node.kind === 'scalar') return node.value;
  if (isOn(up, node)) return {};
  const way = { node, up };
  const data: object = node.kind === 'seq' ? [] : Object.create(null);
  const parts = node.kind === 'seq' ? node.items.map((item, i) => [i, item] as const) : node.entries.map(({ name, value }) => [name, value] as const);
  for (const [key, part] of parts) lazily(data, key, () => dataAt(part, way, seen));
  return data;
}

function isOn(way: Way | undefined, node: Node): boolean {
  for (let at = way; at; at = at.up) if (at.node === node) return true;
  return false;
}

function lazily(data: object, key: string | number, make: () => unknown): void {
  const get = () => {
    const value = make();
    Object.defineProperty(data, key, { value, enumerable: true });
    return value;
  };
  Object.defineProperty(data, key, { get, enumerable: true, configurable: true });
}
