import { child, type Entry, entriesOf, entryOf, itemsOf, type MapNode, type Node, nearest, type Place, stringOf } from '@breakwater/core';
import type { Fault } from './fault.ts';
import type { Fields, ObjectGrammar } from './grammar.ts';
import { nameOf } from './say.ts';
import { isNamed } from './syntax.ts';
import { tell } from './tell.ts';
import { mayBe, type Value } from './value.ts';
import { type Chosen, chosenOf } from './variants.ts';
import type { Walk } from './walk.ts';

export function checkFields(state: Walk, node: MapNode, object: ObjectGrammar): void {
  const chosen = chosenOf(object, node);
  // What is misspelled is there, and told already.
  const there = new Set<string>();
  for (const entry of node.entries) {
    const meant = checkEntry(state, node, entry, object, chosen);
    if (meant !== undefined) there.add(meant);
  }
  for (const fields of chosen.fields)
    for (const [field, required] of requiredIn(fields)) {
      const isMissing = !entryOf(node, field) && !there.has(field) && (required === true || entryOf(node, required) !== undefined);
      if (!isMissing) continue;
      tell(state, keyOf(node), { fault: 'missing', field, object: object.name, noun: object.noun });
      // Several variants may want it.
      there.add(field);
    }
  checkTogether(state, node, object);
}

const known = new WeakMap<Fields, readonly (readonly [string, true | string])[]>();

function requiredIn(fields: Fields): readonly (readonly [string, true | string])[] {
  const list = known.get(fields) ?? [...fields].flatMap(([name, { required }]) => (required === false ? [] : [[name, required] as const]));
  known.set(fields, list);
  return list;
}

/** The field that an unknown one may have been meant for. */
function checkEntry(state: Walk, node: MapNode, entry: Entry, object: ObjectGrammar, chosen: Chosen): string | undefined {
  const { name, value } = entry;
  const field = fieldOf(chosen, name);
  if (field && field.value.is !== 'never') {
    state.tasks.push({ node: value, value: field.value });
    return undefined;
  }
  const at = { node: value, span: entry };
  if (field) tell(state, at, misplaced(node, name, object, chosen));
  else if (name.startsWith('x-') && !object.closed) return undefined;
  else if (object.rest && isNamed(object.rest.names, name)) state.tasks.push({ node: value, value: object.rest.value });
  else if (object.rest) tell(state, at, { fault: 'name', name, names: object.rest.names });
  else if (chosen.others.has(name)) tell(state, at, misplaced(node, name, object, chosen));
  else if (!object.open) {
    const fault = unknown(state, node, entry, object, chosen);
    tell(state, at, fault);
    return fault.near;
  }
  return undefined;
}

function fieldOf({ fields }: Chosen, name: string): ReturnType<Fields['get']> {
  for (const some of fields) {
    const field = some.get(name);
    if (field) return field;
  }
  return undefined;
}

function unknown(
  { document, versionWith }: Walk,
  node: MapNode,
  { name: field, value }: Entry,
  { name, noun }: ObjectGrammar,
  { fields }: Chosen,
): UnknownFault {
  const known = versionWith(name, field);
  // What is there already, or is of another kind, was not meant.
  const candidates = fields.flatMap((some) => [...some].flatMap(([other, { value: wanted }]) => (!entryOf(node, other) && fits(value, wanted) ? [other] : [])));
  const near = known === undefined ? nearest(field, candidates) : undefined;
  return { fault: 'unknown', field, object: name, noun, version: document.version, ...(known !== undefined && { known }), ...(near !== undefined && { near }) };
}

function fits(node: Node, wanted: Value): boolean {
  return mayBe(node, wanted) && (wanted.is !== 'list' || itemsOf(node).every((item) => mayBe(item, wanted.of)));
}

type UnknownFault = Extract<Fault, { fault: 'unknown' }>;

function misplaced(node: MapNode, field: string, { name, noun }: ObjectGrammar, { others, fields }: Chosen): Fault {
  const { by = '', values = [] } = others.get(field) ?? {};
  const never = fields.some((some) => some.get(field)?.value.is === 'never');
  return { fault: 'misplaced', field, object: name, noun, by, value: stringOf(child(node, by)) ?? '', belongs: never ? [] : values };
}

/** What an object may not have together, and what it has to have of several. */
function checkTogether(state: Walk, node: MapNode, { noun, name, apart = [], some = [], filled }: ObjectGrammar): void {
  for (const [first = '', ...rest] of apart)
    for (const other of entryOf(node, first) ? rest : []) {
      const entry = entryOf(node, other);
      if (entry) tell(state, { node: entry.value, span: entry }, { fault: 'apart', field: other, other: first, noun });
    }
  for (const fields of some) if (!fields.some((field) => entryOf(node, field))) tell(state, keyOf(node), { fault: 'some', fields, object: name, noun });
  if (filled && !entriesOf(node).some(({ name: key }) => !key.startsWith('x-'))) tell(state, node, { fault: 'empty', label: nameOf(node), object: name });
}

/** The key of an object, or, in a list and at the root, its first entry. */
function keyOf(node: MapNode): Node | Place {
  const [first] = node.entries;
  return node.entry || !first ? node : { node, span: first };
}
