import { asBefore, type Move } from '@breakwater/core';
import { defineSchemaChange } from '../schema-change.ts';
import type { SchemaElement } from '../schema-element.ts';
import type { JsonType } from '../types-of.ts';

interface TypeChanged {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly move: Move;
}

/** The types of the values, `null` apart: that one has a change of its own. */
export const typeChanged = defineSchemaChange<TypeChanged>({
  id: 'type-changed',
  about: (_data, receiver) => demandOf(receiver),
  move: ({ move }) => move,
  // The type in generated code changes even where every value is still welcome.
  beyond: (_data, _direction, wire) => ({ source: wire === 'breaking' ? 'breaking' : 'dangerous' }),
  message: ({ label, from, to }) => `The type of ${label} changed from \`${from}\` to \`${to}\`.`,
  // Where it is said in another way now, as by a union, the type alone would say too much.
  remedies: ({ to }, sides) => (to === 'any' ? [] : asBefore(sides, 'type')),
  changed(before, after, report) {
    const [old, now] = [typesBesideNull(before), typesBesideNull(after)];
    const [from, to] = [nameOf(old), nameOf(now)];
    if (from !== to) report({ label: after.label, from, to, move: moveOf(old, now) }, after.effective().typeNode, { related: before.effective().typeNode });
  },
});

/** `null` is always let through here. */
function demandOf(receiver: SchemaElement) {
  const { types } = receiver.effective();
  if (!types) return true;
  const names = [...types, 'null'];
  const isPlainText =
    receiver.textual && types.has('string') && ['enum', 'const', 'pattern', 'format'].every((keyword) => receiver.effective().all(keyword).length === 0);
  // What is text on the wire may look like a number.
  return { type: isPlainText ? [...names, 'number', 'boolean'] : names };
}

type Types = ReadonlySet<JsonType> | undefined;

function typesBesideNull(element: SchemaElement): Types {
  const { types } = element.effective();
  return types && new Set([...types].filter((type) => type !== 'null'));
}

function nameOf(types: Types): string {
  if (!types) return 'any';
  return [...types].sort().join(' | ') || 'null';
}

function moveOf(old: Types, now: Types): Move {
  if (isWithin(now, old)) return 'narrowed';
  return isWithin(old, now) ? 'widened' : 'changed';
}

function isWithin(inner: Types, outer: Types): boolean {
  if (!outer) return true;
  return inner !== undefined && [...inner].every((type) => outer.has(type) || (type === 'integer' && outer.has('number')));
}
