import { defineChange, HARMLESS } from '@breakwater/core';
import type { ServerElement } from '../model/element.ts';

interface ServerAdded {
  readonly url: string;
}

export const serverAdded = defineChange<ServerElement, ServerAdded>({
  id: 'server-added',
  on: 'server',
  // One more place to ask; nobody has to.
  impact: () => HARMLESS,
  message: ({ url }) => `The server \`${url}\` was added.`,
  added({ url, isImplied }, report) {
    if (!isImplied) report({ url });
  },
});
