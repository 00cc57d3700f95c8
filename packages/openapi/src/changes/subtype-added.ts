import { defineChange, impactOf, lowered } from '@breakwater/core';
import type { SubtypeElement } from '../model/element.ts';

interface SubtypeAdded {
  readonly label: string;
}

export const subtypeAdded = defineChange<SubtypeElement, SubtypeAdded>({
  id: 'subtype-added',
  on: 'subtype',
  // A kind of message more. What it is made of fits its base, so who reads no more than that copes.
  impact: (_data, direction = 'output') => lowered(impactOf('widened', direction)),
  message: ({ label }) => `${label} may come in place of its base.`,
  added({ label }, report) {
    report({ label });
  },
});
