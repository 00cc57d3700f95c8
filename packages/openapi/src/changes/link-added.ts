import { defineChange, HARMLESS } from '@breakwater/core';
import type { LinkElement } from '../model/element.ts';

interface LinkAdded {
  readonly name: string;
}

export const linkAdded = defineChange<LinkElement, LinkAdded>({
  id: 'link-added',
  on: 'link',
  // One more thing to follow; nobody has to.
  impact: () => HARMLESS,
  message: ({ name }) => `The link \`${name}\` was added.`,
  added({ name }, report) {
    report({ name });
  },
});
