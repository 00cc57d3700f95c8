import { defineChange, restored } from '@breakwater/core';
import type { HeaderElement } from '../model/element.ts';

interface HeaderRemoved {
  readonly name: string;
  readonly required: boolean;
}

export const headerRemoved = defineChange<HeaderElement, HeaderRemoved>({
  id: 'header-removed',
  on: 'header',
  // A required header was always there, so consumers may rely on it; an optional one could be missing before.
  impact: ({ required }) => ({ backward: required ? 'breaking' : 'dangerous', forward: 'compatible' }),
  message: ({ name, required }) => `The ${required ? 'required ' : ''}header \`${name}\` was removed.`,
  remedies: (_data, sides) => restored(sides),
  removed({ name, required }, report) {
    report({ name, required });
  },
});
