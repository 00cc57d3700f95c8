import { impactOf, repair } from '@breakwater/core';
import { defineSchemaChange } from '../schema-change.ts';
import { describesFurther } from './further-properties.ts';
import { isMovedHere, propertyDemand } from './property.ts';
import { ownerOf, unrequireName } from './required-names.ts';

interface PropertyAdded {
  readonly name: string;
  readonly required: boolean;
  /** What it may hold was described before, by a schema for properties without a name. */
  readonly described: boolean;
}

export const propertyAdded = defineSchemaChange<PropertyAdded>({
  id: 'property-added',
  about: ({ name }, receiver, pick) => propertyDemand(receiver, name, pick),
  move: ({ required }) => (required ? 'narrowed' : 'widened'),
  // What is sent now and was not known before is ignored by an open receiver: worth a line in the changelog, no more.
  always: () => true,
  policy: (impact, { required, described }, direction) =>
    required || described ? impact : { ...impact, backward: direction === 'input' ? impactOf('widened', 'input').backward : impact.backward },
  // Code is generated from what is on the wire.
  beyond: (_data, _direction, wire) => ({ source: wire }),
  message: ({ name, required }) => `The ${required ? 'required' : 'optional'} property \`${name}\` was added.`,
  remedies: ({ name, required }, { after }) => (required ? repair(`Make ${name} optional`, false, unrequireName(ownerOf(after), name)) : []),
  changed(before, after, report) {
    const [old, now] = [before.effective(), after.effective()];
    const described = describesFurther(before);
    for (const [name, [node]] of now.properties) {
      if (!old.properties.has(name) && !isMovedHere(name, before)) report({ name, required: now.required.has(name), described }, node);
    }
  },
});
