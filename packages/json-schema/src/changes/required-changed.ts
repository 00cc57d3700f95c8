import { defineSchemaChange } from '../schema-change.ts';
import { isRequired } from './property.ts';

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
  changed(before, after, report) {
    const [old, now] = [before.effective(), after.effective()];
    for (const name of new Set([...old.required.keys(), ...now.required.keys()])) {
      // A property that came or went as a whole is told as that.
      if (old.properties.has(name) !== now.properties.has(name)) continue;
      const required = now.required.has(name);
      if (required !== old.required.has(name))
        report({ name, required }, now.required.get(name) ?? now.properties.get(name)?.[0] ?? now.all('required')[0], { related: old.required.get(name) });
    }
  },
});
