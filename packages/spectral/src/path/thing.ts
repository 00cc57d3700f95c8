import { entryOf, type MapNode, type Node, type ScalarValue, type SeqNode } from '@breakwater/core';

/** A regular expression, not run by itself. */
export interface PatternText {
  readonly source: string;
  readonly flags: string;
}

/** What rules compute with: plain values, maps and lists of the tree, lists and regular expressions of expressions. */
export type Thing = ScalarValue | undefined | MapNode | SeqNode | PatternText | { readonly name: string } | readonly Thing[];

/** How a tree is looked at: with its references followed, or as it is written. */
export interface Seen {
  /** What stands there: the node, or what it refers to. */
  at(node: Node): Node;
  /** Whether a text matches a regular expression. Throws `Undecided` where that cannot be told. */
  matches(pattern: PatternText, text: string): boolean;
}

export function thingOf(node: Node): Thing {
  return node.kind === 'scalar' ? node.value : node;
}

/** A child of a map or list, by what keys are in ECMAScript. */
export function childOf(node: Node, name: string, seen: Seen): Node | undefined {
  const raw = node.kind === 'map' ? entryOf(node, name)?.value : node.kind === 'seq' && /^\d+$/.test(name) ? node.items[Number(name)] : undefined;
  return raw && seen.at(raw);
}

/** A part of a value as ECMAScript gives it. Throws a `TypeError` for a part of nothing. */
export function member(of: Thing, name: string, seen: Seen): Thing {
  if (of === undefined || of === null) throw new TypeError(`no \`${name}\` of nothing`);
  if (typeof of === 'object' && 'kind' in of) {
    const found = childOf(of, name, seen);
    if (found) return thingOf(found);
    if (of.kind === 'seq' && name === 'length') return of.items.length;
  } else if (typeof of === 'object' && 'name' in of) return name === 'name' ? of.name : undefined;
  else if ((typeof of === 'string' || Array.isArray(of)) && name === 'length') return of.length;
  return name === 'constructor' ? { name: classOf(of) } : undefined;
}

function classOf(of: Thing): string {
  if (typeof of === 'object') return of !== null && (Array.isArray(of) || ('kind' in of && of.kind === 'seq')) ? 'Array' : 'Object';
  return typeof of === 'string' ? 'String' : typeof of === 'number' ? 'Number' : 'Boolean';
}
