import { asBefore, child, defineChange, impactOf } from '@breakwater/core';
import type { HeaderElement } from '../model/element.ts';

interface HeaderRequiredChanged {
  readonly name: string;
  readonly required: boolean;
}

export const headerRequiredChanged = defineChange<HeaderElement, HeaderRequiredChanged>({
  id: 'header-required-changed',
  on: 'header',
  // The messages without the header are what narrows or widens.
  impact: ({ required }, direction = 'output') => impactOf(required ? 'narrowed' : 'widened', direction),
  message: ({ name, required }) => `The header \`${name}\` became ${required ? 'required' : 'optional'}.`,
  remedies: (_data, sides) => asBefore(sides, 'required'),
  changed(before, { node, name, required }, report) {
    if (required !== before.required) report({ name, required }, child(node, 'required'), { related: child(before.node, 'required') });
  },
});
