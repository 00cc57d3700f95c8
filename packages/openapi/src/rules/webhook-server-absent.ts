import { child, defineRule, removeEntry, repair } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface MisplacedField {
  readonly field: 'servers' | 'callbacks';
  readonly label: string;
}

/** A webhook goes to an address that its receiver has given (OpenAPI 3.1.2, section 4.8.1.1, `webhooks`). */
export const webhookServerAbsent = defineRule<OperationElement, MisplacedField>({
  id: 'webhook-server-absent',
  on: 'operation',
  severity: 'info',
  message: ({ field, label }) => `\`${field}\` of \`${label}\` says nothing: who receives it decides where it goes.`,
  check({ node, of, label }, report) {
    if (of !== 'webhook' && of !== 'callback') return;
    for (const field of ['servers', 'callbacks'] as const) {
      const at = child(node, field);
      if (at && (field === 'callbacks' || of === 'webhook')) report({ field, label }, at);
    }
  },
  fixes: ({ node }, { field }) => repair(`Remove \`${field}\``, false, removeEntry(node, field)),
});
