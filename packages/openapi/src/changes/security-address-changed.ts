import { child, defineChange, type Node, stringOf } from '@breakwater/core';
import type { SecuritySchemeElement } from '../model/element.ts';
import { flowsOf } from '../model/security.ts';

interface SecurityAddressChanged {
  readonly name: string;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Where credentials come from. */
const FIELDS = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'];

export const securityAddressChanged = defineChange<SecuritySchemeElement, SecurityAddressChanged>({
  id: 'security-address-changed',
  on: 'securityScheme',
  // Clients ask for a token at the address that they were built with; it may still answer.
  impact: () => ({ backward: 'dangerous', forward: 'dangerous' }),
  message: ({ name, field, from, to }) => `\`${field}\` of the security scheme \`${name}\` changed from ${shown(from)} to ${shown(to)}.`,
  changed(before, { node, name, document }, report) {
    const compare = (old: Node | undefined, now: Node | undefined, field: string) => {
      const [from, to] = [stringOf(child(old, field)) ?? null, stringOf(child(now, field)) ?? null];
      if (from !== to) report({ name, field, from, to }, child(now, field), { related: child(old, field) });
    };
    compare(before.node, node, 'openIdConnectUrl');
    const flows = flowsOf(document, node);
    for (const [flow, old] of flowsOf(before.document, before.node)) {
      const now = flows.get(flow);
      if (now) for (const field of FIELDS) compare(old, now, field);
    }
  },
});

function shown(value: string | null): string {
  return value === null ? 'none' : `\`${value}\``;
}
