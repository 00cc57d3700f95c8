import { child, defineChange, entriesOf } from '@breakwater/core';
import type { SecuritySchemeElement } from '../model/element.ts';
import { flowsOf } from '../model/security.ts';

interface SecurityScopeRemoved {
  readonly name: string;
  readonly flow: string;
  readonly scopes: readonly string[];
}

export const securityScopeRemoved = defineChange<SecuritySchemeElement, SecurityScopeRemoved>({
  id: 'security-scope-removed',
  on: 'securityScheme',
  // A client that asks for a scope that nobody knows may get no token at all.
  impact: () => ({ backward: 'dangerous', forward: 'compatible' }),
  message: ({ name, flow, scopes }) =>
    `The flow \`${flow}\` of the security scheme \`${name}\` no longer has ${scopes.map((scope) => `\`${scope}\``).join(', ')}.`,
  changed(before, { node, name, document }, report) {
    const flows = flowsOf(document, node);
    for (const [flow, old] of flowsOf(before.document, before.node)) {
      const now = flows.get(flow);
      if (!now) continue;
      const kept = new Set(entriesOf(child(now, 'scopes')).map((scope) => scope.name));
      const scopes = entriesOf(child(old, 'scopes'))
        .map((scope) => scope.name)
        .filter((scope) => !kept.has(scope));
      if (scopes.length > 0) report({ name, flow, scopes }, child(now, 'scopes') ?? now, { related: child(old, 'scopes') });
    }
  },
});
