import { child, itemsOf, type Node, type Snapshot } from '@breakwater/core';
import type { ObjectGrammar } from '../grammar/grammar.ts';
import { GRAMMARS } from '../grammar/grammars.ts';
import { kindsOf } from '../grammar/structure.ts';
import { isNamed } from '../grammar/syntax.ts';
import type { Value } from '../grammar/value.ts';
import { chosenOf } from '../grammar/variants.ts';
import { type Document, documentOf } from '../model/document.ts';
import { kindOf } from './kind-of.ts';
import { mapOf } from './map-of.ts';

/** What the specification wants at a place, and what is around it. */
export interface Wanted {
  readonly document: Document;
  readonly value: Value;
  /** What stands there, as far as it could be read. */
  readonly node: Node | undefined;
  /** The innermost object around the place, and the field of it that leads there. */
  readonly object: string;
  readonly field: string;
  /** That object, as far as it could be read. */
  readonly holder: Node | undefined;
  /** All nodes on the way, from the root. */
  readonly way: readonly Node[];
}

type Step = string | number;

const ANY: Value = { is: 'any' };

/** Follows keys and indexes down the tables, so that it is known also where the text is broken; nodes say more where there are any. */
export function wantedAt(snapshot: Snapshot, uri: string, path: readonly Step[]): Wanted | undefined {
  const document = documentOf(snapshot);
  const root = snapshot.files.get(uri)?.root;
  if (!document) return undefined;
  const way: Node[] = root ? [root] : [];
  let at: Wanted = { document, value: valueOfRoot(document, root, uri), node: root, object: '', field: '', holder: undefined, way };
  for (const step of path) {
    const node = partOf(at.node, step);
    if (node) way.push(node);
    at = { ...into(at, step), node };
    const known = node && knownAs(document, node);
    if (known !== undefined) at = { ...at, value: { is: 'object', name: known, refs: at.value.is === 'object' && at.value.refs } };
  }
  return at;
}

export function grammarOf(document: Document, name: string): ObjectGrammar | undefined {
  return GRAMMARS[document.version].get(name);
}

function valueOfRoot(document: Document, root: Node | undefined, uri: string): Value {
  if (uri === document.snapshot.entry) return { is: 'object', name: 'root', refs: false };
  const known = root && knownAs(document, root);
  return known === undefined ? ANY : { is: 'object', name: known, refs: true };
}

function knownAs(document: Document, node: Node): string | undefined {
  const kind = kindOf(kindsOf(document), node);
  return kind !== undefined && grammarOf(document, kind) ? kind : undefined;
}

function partOf(node: Node | undefined, step: Step): Node | undefined {
  return typeof step === 'number' ? itemsOf(node)[step] : child(node, step);
}

function into(at: Wanted, step: Step): Wanted {
  const { document, node } = at;
  const value = optionFor(at.value, step);
  if (value.is === 'list') return { ...at, value: typeof step === 'number' ? value.of : ANY };
  if (value.is === 'map') return { ...at, value: typeof step === 'string' ? value.of : ANY };
  const object = value.is === 'object' && typeof step === 'string' ? grammarOf(document, value.name) : undefined;
  if (value.is !== 'object' || !object || typeof step !== 'string') return { ...at, value: ANY };
  return { ...at, value: fieldOf(object, step, node, value.refs), object: object.name, field: step, holder: node };
}

function optionFor(value: Value, step: Step): Value {
  if (value.is !== 'either') return value;
  return value.of.find(({ is }) => (typeof step === 'number' ? is === 'list' : is === 'object' || is === 'map')) ?? ANY;
}

function fieldOf(object: ObjectGrammar, name: string, node: Node | undefined, refs: boolean): Value {
  const { fields } = chosenOf(object, node?.kind === 'map' ? node : mapOf(new Map()));
  const field = fields.find((some) => some.has(name))?.get(name);
  if (field && !(name === '$ref' && refs)) return field.value;
  if (name === '$ref' && refs) return { is: 'pointer', name: object.name };
  return object.rest && !name.startsWith('x-') && isNamed(object.rest.names, name) ? object.rest.value : ANY;
}
