import { defineSchemaChange } from '../schema-change.ts';
import { isMovedHere, propertyDemand } from './property.ts';

interface PropertyRemoved {
  readonly name: string;
  readonly required: boolean;
}

export const propertyRemoved = defineSchemaChange<PropertyRemoved>({
  id: 'property-removed',
  about: ({ name }, receiver, pick) => propertyDemand(receiver, name, pick),
  move: ({ required }) => (required ? 'widened' : 'changed'),
  always: true,
  // The values may still fit: an open receiver ignores what is sent, and an optional property could be missing before.
  // But what was described is gone, and whoever used it will notice.
  policy: ({ backward, forward }) => ({ backward: backward === 'compatible' ? 'dangerous' : backward, forward }),
  message: ({ name, required }) => `The ${required ? 'required' : 'optional'} property \`${name}\` was removed.`,
  changed(before, after, report) {
    const [old, now] = [before.effective(), after.effective()];
    for (const [name, [node]] of old.properties) {
      if (!now.properties.has(name) && !isMovedHere(name, after))
        report({ name, required: old.required.has(name) }, now.all('properties')[0], { related: node });
    }
  },
});
