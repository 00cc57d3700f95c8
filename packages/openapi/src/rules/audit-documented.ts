import { child, defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { isMutating } from '../model/resource.ts';

interface NoAudit {
  readonly label: string;
}

export const auditDocumented = defineRule<OperationElement, NoAudit>({
  id: 'audit-documented',
  on: 'operation',
  severity: 'info',
  preset: 'full',
  message: ({ label }) => `Whether \`${label}\` is recorded for audits is not said with \`x-audit\`.`,
  check(operation, report) {
    if (operation.of === 'paths' && isMutating(operation) && !child(operation.node, 'x-audit')) report({ label: operation.label });
  },
});
