import { defineChange, HARMLESS } from '@breakwater/core';
import type { LinkElement } from '../model/element.ts';

interface LinkRemoved {
  readonly name: string;
}

export const linkRemoved = defineChange<LinkElement, LinkRemoved>({
  id: 'link-removed',
  on: 'link',
  impact: () => HARMLESS,
  // Only code that was generated to follow links by their description notices.
  beyond: () => ({ source: 'dangerous' }),
  message: ({ name }) => `The link \`${name}\` was removed.`,
  removed({ name }, report) {
    report({ name });
  },
});
