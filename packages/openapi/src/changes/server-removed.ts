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
  removed({ url }, report) {
    report({ url });
  },
  // The same host with another base path is the same server if the paths make up for it.
  changed(before, after, report) {
    const routes = after.routes();
    if (before.id !== after.id && ![...before.routes()].some((route) => routes.has(route))) report({ url: before.url });
  },
});
