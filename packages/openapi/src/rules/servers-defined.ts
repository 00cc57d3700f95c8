import { defineRule, insertEntry, repair } from '@breakwater/core';
import type { ApiElement, ServerElement } from '../model/element.ts';

interface NoServer {
  readonly field: string;
}

export const serversDefined = defineRule<ApiElement, NoServer>({
  id: 'servers-defined',
  on: 'api',
  severity: 'info',
  message: ({ field }) => `This description does not say where the API is: it has no \`${field}\`.`,
  check(api, report) {
    const children = api.children();
    const servers = children.filter((element): element is ServerElement => element.kind === 'server' && 'url' in element);
    if (children.some(({ kind }) => kind === 'path') && servers.every(({ isImplied }) => isImplied))
      report({ field: api.version === '2.0' ? 'host' : 'servers' });
  },
  // What holds anyway, written out: the place to put the real address.
  fixes: ({ node }, { field }) => (field === 'servers' ? repair('Add `servers`', true, insertEntry(node, 'servers', [{ url: '/' }])) : []),
});
