import { child, defineRule, insertEntry, repair } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { pathsByName } from '../model/paths-by-name.ts';

interface NoServer {
  readonly field: string;
}

export const serversDefined = defineRule<ApiElement, NoServer>({
  id: 'servers-defined',
  on: 'api',
  severity: 'info',
  message: ({ field }) => `This description does not say where the API is: it has no \`${field}\`.`,
  check(api, report) {
    const name = api.version === '2.0' ? 'host' : 'servers';
    const written = child(api.node, name);
    const isThere = written?.kind === 'seq' ? written.items.length > 0 : written !== undefined;
    if (!isThere && pathsByName(api).length > 0) report({ field: name });
  },
  // What holds anyway, written out: the place to put the real address.
  fixes: ({ node }, { field }) => (field === 'servers' ? repair('Add `servers`', true, insertEntry(node, 'servers', [{ url: '/' }])) : []),
});
