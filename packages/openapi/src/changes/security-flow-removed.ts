import { child, defineChange, stringOf } from '@breakwater/core';
import type { SecuritySchemeElement } from '../model/element.ts';
import { flowsOf } from '../model/security.ts';

interface SecurityFlowRemoved {
  readonly name: string;
  readonly flow: string;
}

export const securityFlowRemoved = defineChange<SecuritySchemeElement, SecurityFlowRemoved>({
  id: 'security-flow-removed',
  on: 'securityScheme',
  // Who gets its tokens by this flow gets none any more.
  impact: () => ({ backward: 'breaking', forward: 'compatible' }),
  message: ({ name, flow }) => `The flow \`${flow}\` of the security scheme \`${name}\` was removed.`,
  changed(before, { node, name, document }, report) {
    const flows = flowsOf(document, node);
    // Another type of scheme is told as that.
    if (stringOf(child(node, 'type')) !== stringOf(child(before.node, 'type'))) return;
    for (const [flow, old] of flowsOf(before.document, before.node)) if (!flows.has(flow)) report({ name, flow }, undefined, { related: old });
  },
});
