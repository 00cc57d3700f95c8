import { defineChange } from '@breakwater/core';
import type { LinkElement } from '../model/element.ts';

interface LinkRemoved {
  readonly name: string;
}

export const linkRemoved = defineChange<LinkElement, LinkRemoved>({
  id: 'link-removed',
  on: 'link',
  // Only clients that follow links by their description notice.
  impact: () => ({ backward: 'dangerous', forward: 'compatible' }),
  message: ({ name }) => `The link \`${name}\` was removed.`,
  removed({ name }, report) {
    report({ name });
  },
});
