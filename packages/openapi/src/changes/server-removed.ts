import { defineChange } from '@breakwater/core';
import type { ServerElement } from '../model/element.ts';

interface ServerRemoved {
  readonly url: string;
}

export const serverRemoved = defineChange<ServerElement, ServerRemoved>({
  id: 'server-removed',
  on: 'server',
  // The host may still answer: a list of servers is advice, not the routing itself.
  impact: () => ({ backward: 'dangerous', forward: 'compatible' }),
  message: ({ url }) => `The server \`${url}\` was removed.`,
  removed({ url, isImplied }, report) {
    if (!isImplied) report({ url });
  },
});
