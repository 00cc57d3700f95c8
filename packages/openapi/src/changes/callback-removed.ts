import { defineChange } from '@breakwater/core';
import type { CallbackElement } from '../model/element.ts';

interface CallbackRemoved {
  readonly name: string;
}

export const callbackRemoved = defineChange<CallbackElement, CallbackRemoved>({
  id: 'callback-removed',
  on: 'callback',
  // Who subscribed no longer hears of anything.
  impact: () => ({ backward: 'breaking', forward: 'compatible' }),
  beyond: () => ({ source: 'breaking' }),
  message: ({ name }) => `The callback \`${name}\` was removed.`,
  removed({ name }, report) {
    report({ name });
  },
});
