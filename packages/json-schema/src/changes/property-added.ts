import { impactOf } from '@breakwater/core';
import { defineSchemaChange } from '../schema-change.ts';
import { isMovedHere, propertyDemand } from './property.ts';

interface PropertyAdded {
  readonly name: string;
  readonly required: boolean;
}

export const propertyAdded = defineSchemaChange<PropertyAdded>({
  id: 'property-added',
  about: ({ name }, receiver, pick) => propertyDemand(receiver, name, pick),
  move: ({ required }) => (required ? 'narrowed' : 'widened'),
  // What is sent now and was not known before is ignored by an open receiver: worth a line in the changelog, no more.
  always: () => true,
  policy: (impact, { required }, direction) =>
    required ? impact : { ...impact, backward: direction === 'input' ? impactOf('widened', 'input').backward : impact.backward },
  // Code is generated from what is on the wire.
  beyond: (_data, _direction, wire) => ({ source: wire }),
  message: ({ name, required }) => `The ${required ? 'required' : 'optional'} property \`${name}\` was added.`,
  changed(before, after, report) {
    const [old, now] = [before.effective(), after.effective()];
    for (const [name, [node]] of now.properties) {
      if (!old.properties.has(name) && !isMovedHere(name, before)) report({ name, required: now.required.has(name) }, node);
    }
  },
});
