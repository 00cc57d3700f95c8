import { defineChange } from '@breakwater/core';
import { partsOfServer } from '../identity.ts';
import type { ServerElement } from '../model/element.ts';

interface ServerBasePathChanged {
  readonly from: string;
  readonly to: string;
}

export const serverBasePathChanged = defineChange<ServerElement, ServerBasePathChanged>({
  id: 'server-base-path-changed',
  on: 'server',
  // Every address that clients know is another one now.
  impact: () => ({ backward: 'breaking', forward: 'breaking' }),
  message: ({ from, to }) => `The base path of every address changed: \`${from}\` became \`${to}\`.`,
  // Servers of one origin are paired where no URL is equal. Where the paths make up for it, the addresses are what they were.
  changed(before, after, report) {
    const routes = after.routes();
    const isSame = before.id === after.id || partsOfServer(before.url).base === partsOfServer(after.url).base;
    const known = before.routes();
    if (!isSame && known.size > 0 && ![...known].some((route) => routes.has(route))) report({ from: before.url, to: after.url });
  },
});
