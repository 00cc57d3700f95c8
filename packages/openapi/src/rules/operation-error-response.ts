import { child, defineRule, entriesOf } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { OperationElement } from '../model/element.ts';
import { addResponse } from '../model/missing-response.ts';

interface NoError {
  readonly label: string;
}

export const operationErrorResponse = defineRule<OperationElement, NoError>({
  id: 'operation-error-response',
  on: 'operation',
  severity: 'warn',
  message: ({ label }) => `\`${label}\` describes no error: neither a 4xx, nor a 5xx, nor a \`default\` response.`,
  check({ node, document, label, of }, report) {
    const responses = field(document, node, 'responses');
    if (of !== 'paths' || !responses) return;
    if (!entriesOf(responses).some(({ name }) => /^[45]/.test(name) || name === 'default')) report({ label }, child(node, 'responses'));
  },
  fixes: (operation) => addResponse(operation, 'default'),
});
