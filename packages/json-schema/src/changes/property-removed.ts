import { restored } from '@breakwater/core';
import { defineSchemaChange } from '../schema-change.ts';
import { isMovedHere, onlyAbout, propertyDemand } from './property.ts';
import { requireName } from './required-names.ts';
import { successorOf } from './successor.ts';

interface PropertyRemoved {
  readonly name: string;
  readonly required: boolean;
  /** It has to be there as before, and may be anything now. */
  readonly stillRequired: boolean;
}

export const propertyRemoved = defineSchemaChange<PropertyRemoved>({
  id: 'property-removed',
  about: ({ name, stillRequired }, receiver, pick) => {
    const demand = propertyDemand(receiver, name, pick);
    return stillRequired ? { allOf: [demand, onlyAbout(name, pick(receiver, ['properties']))] } : demand;
  },
  move: ({ required }) => (required ? 'widened' : 'changed'),
  always: () => true,
  // The values may still fit: an open receiver ignores what is sent, and an optional property could be missing before.
  // But what was described is gone, and whoever used it will notice.
  policy: ({ backward, forward }) => ({ backward: backward === 'compatible' ? 'dangerous' : backward, forward }),
  // The field is gone from what is generated. What a consumer still sends of it is dropped without a word.
  beyond: (_data, direction) => ({ source: 'breaking', semantic: direction === 'input' ? 'dangerous' : 'compatible' }),
  message: ({ name, required }) => `The ${required ? 'required' : 'optional'} property \`${name}\` was removed.`,
  remedies({ name, required, stillRequired }, sides) {
    const schema = sides.after.entry?.name === 'properties' ? sides.after.parent : sides.after;
    return restored(sides, ...(required && !stillRequired ? [requireName(schema, name)] : []));
  },
  changed(before, after, report) {
    const [old, now] = [before.effective(), after.effective()];
    for (const [name, [node]] of old.properties) {
      if (now.properties.has(name) || isMovedHere(name, after)) continue;
      const lifecycle = before
        .parts()
        .find(({ id }) => id === `property ${name}`)
        ?.lifecycle();
      const successor = successorOf(name, old, now);
      report({ name, required: old.required.has(name), stillRequired: now.required.has(name) }, now.all('properties')[0], {
        related: node,
        lifecycle: lifecycle && { ...lifecycle, of: 'base', ...(successor !== undefined && { successor }) },
      });
    }
  },
});
