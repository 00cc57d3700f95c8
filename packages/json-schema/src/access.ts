import { booleanOf, child, type Direction, type Kept, keptIn, type Node, type Snapshot } from '@breakwater/core';
import type { Dialect } from './dialect.ts';
import { type Effective, effectiveOf, membersOf } from './effective.ts';

/** A readOnly property is not sent in a request, a writeOnly one not in a response (OpenAPI 3.0.4, Schema Object). */
function hidingKeyword(direction: Direction): 'readOnly' | 'writeOnly' {
  return direction === 'input' ? 'readOnly' : 'writeOnly';
}

/** The properties that are not sent in a direction, of a schema and of the `allOf` that it is a part of: a part may ask for what another one hides. */
export function namesHidden(node: Node, snapshot: Snapshot, dialect: Dialect, direction: Direction): ReadonlySet<string> {
  const top = topOf(node);
  return keptIn(hiddenIn[direction], top, () => hiddenNames(effectiveOf([top], snapshot, dialect), snapshot, dialect, direction));
}

const hiddenIn = { input: new WeakMap<Node, Kept<ReadonlySet<string>>>(), output: new WeakMap<Node, Kept<ReadonlySet<string>>>() };

/** The schema of which a part of an `allOf` says more. */
function topOf(node: Node): Node {
  let top = node;
  while (top.parent?.kind === 'seq' && top.parent.entry?.name === 'allOf' && top.parent.parent) top = top.parent.parent;
  return top;
}

/** Of most schemas. */
const NONE: ReadonlySet<string> = new Set();

export function hiddenNames({ properties }: Effective, snapshot: Snapshot, dialect: Dialect, direction: Direction): ReadonlySet<string> {
  const hidden = [...properties].filter(([, nodes]) => isFlagged(nodes, snapshot, dialect, hidingKeyword(direction)));
  return hidden.length === 0 ? NONE : new Set(hidden.map(([name]) => name));
}

/** Whether a property schema, or what it refers to or is composed of, carries a flag. Beside a reference it is meant, whatever the version says. */
function isFlagged(nodes: readonly Node[], snapshot: Snapshot, dialect: Dialect, keyword: string): boolean {
  const has = (node: Node) => booleanOf(child(node, keyword)) === true;
  return nodes.some(has) || membersOf(nodes, snapshot, dialect).members.some(has);
}
