import { booleanOf, child, defineRule, stringOf } from '@breakwater/core';
import type { ServerElement } from '../model/element.ts';

interface UnknownServer {
  readonly url: string;
  readonly missing: string;
}

interface Options {
  readonly environments: readonly string[];
}

export const serverInventory = defineRule<ServerElement, UnknownServer, Options>({
  id: 'server-inventory',
  on: 'server',
  severity: 'info',
  preset: 'full',
  options: {
    schema: {
      type: 'object',
      properties: { environments: { description: 'Words of which a description names one.', type: 'array', items: { type: 'string' } } },
    },
    defaults: { environments: ['local', 'development', 'test', 'integration', 'sandbox', 'staging', 'acceptance', 'production', 'live'] },
  },
  message: ({ url, missing }) => `The server \`${url}\` does not say ${missing}.`,
  check({ node, url, document, isImplied }, report, { environments }) {
    if (isImplied || document.version === '2.0') return;
    const words = new Set((stringOf(child(node, 'description')) ?? '').toLowerCase().split(/[^a-z0-9]+/));
    const missing = [
      ...(environments.some((one) => words.has(one.toLowerCase())) ? [] : ['which environment it is, in its `description`']),
      ...(booleanOf(child(node, 'x-internal')) === undefined ? ['who may reach it, with `x-internal`'] : []),
    ];
    if (missing.length > 0) report({ url, missing: missing.join(', and ') });
  },
});
