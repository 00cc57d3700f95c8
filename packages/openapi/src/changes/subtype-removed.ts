import { defineChange, impactOf, lowered } from '@breakwater/core';
import type { SubtypeElement } from '../model/element.ts';

interface SubtypeRemoved {
  readonly label: string;
}

export const subtypeRemoved = defineChange<SubtypeElement, SubtypeRemoved>({
  id: 'subtype-removed',
  on: 'subtype',
  // A kind of message less. It may still pass for its base.
  impact: (_data, direction = 'output') => lowered(impactOf('narrowed', direction)),
  // The class is gone from what is generated.
  beyond: () => ({ source: 'breaking' }),
  message: ({ label }) => `${label} does not come in place of its base any more.`,
  removed({ label }, report) {
    report({ label });
  },
});
