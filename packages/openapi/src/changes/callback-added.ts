import { defineChange } from '@breakwater/core';
import type { CallbackElement } from '../model/element.ts';

interface CallbackAdded {
  readonly name: string;
}

export const callbackAdded = defineChange<CallbackElement, CallbackAdded>({
  id: 'callback-added',
  on: 'callback',
  // Only who gives an address is called; an older provider never calls a newer consumer that waits for it.
  impact: () => ({ backward: 'compatible', forward: 'breaking' }),
  message: ({ name }) => `The callback \`${name}\` was added.`,
  added({ name }, report) {
    report({ name });
  },
});
