import { defineChange, HARMLESS } from '@breakwater/core';
import type { HeaderElement } from '../model/element.ts';

interface HeaderAdded {
  readonly name: string;
  readonly required: boolean;
}

export const headerAdded = defineChange<HeaderElement, HeaderAdded>({
  id: 'header-added',
  on: 'header',
  // Unknown headers are ignored (RFC 9110, section 5.1). A newer consumer that relies on a required one misses it with an older provider.
  impact: ({ required }) => (required ? { backward: 'compatible', forward: 'breaking' } : HARMLESS),
  message: ({ name, required }) => `The ${required ? 'required ' : ''}header \`${name}\` was added.`,
  added({ name, required }, report) {
    report({ name, required });
  },
});
