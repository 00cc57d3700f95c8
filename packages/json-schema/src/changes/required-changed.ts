import { type Node, repair } from '@breakwater/core';
import { hiddenNames } from '../access.ts';
import { defineSchemaChange } from '../schema-change.ts';
import type { SchemaElement } from '../schema-element.ts';
import { isRequired } from './property.ts';
import { ownerOf, requireName, unrequireName } from './required-names.ts';

interface RequiredChanged {
  readonly name: string;
  readonly required: boolean;
}

export const requiredChanged = defineSchemaChange<RequiredChanged>({
  id: 'required-changed',
  about: ({ name }, receiver, pick) => (isRequired(name, pick(receiver, ['required'])) ? { required: [name] } : true),
  move: ({ required }) => (required ? 'narrowed' : 'widened'),
  // Code is generated from what is on the wire.
  beyond: (_data, _direction, wire) => ({ source: wire }),
  message: ({ name, required }) => `The property \`${name}\` became ${required ? 'required' : 'optional'}.`,
  remedies: ({ name, required }, { after }) =>
    required
      ? repair(`Make ${name} optional`, false, unrequireName(after.parent?.entry?.name === 'required' ? after.parent.parent : ownerOf(after), name))
      : repair(`Make ${name} required`, false, requireName(after.entry?.name === 'required' ? after.parent : ownerOf(after), name)),
  changed(before, after, report) {
    const [old, now] = [before.effective(), after.effective()];
    const [asked, asks] = [requiredOf(before), requiredOf(after)];
    for (const name of new Set([...asked.keys(), ...asks.keys()])) {
      // A property that came or went as a whole is told as that.
      if (old.properties.has(name) !== now.properties.has(name)) continue;
      const required = asks.has(name);
      if (required !== asked.has(name))
        report({ name, required }, now.required.get(name) ?? now.properties.get(name)?.[0] ?? now.all('required')[0], { related: old.required.get(name) });
    }
  },
});

/** Names that have to be there in the direction of the message: a `readOnly` one is not asked for in a request. */
function requiredOf({ effective, snapshot, dialect, direction = 'input' }: SchemaElement): ReadonlyMap<string, Node> {
  const hidden = hiddenNames(effective(), snapshot, dialect, direction);
  return new Map([...effective().required].filter(([name]) => !hidden.has(name)));
}
