import { child, defineRule, entriesOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface NoSuccess {
  readonly label: string;
}

export const operationSuccessResponse = defineRule<OperationElement, NoSuccess>({
  id: 'operation-success-response',
  on: 'operation',
  severity: 'warn',
  message: ({ label }) => `\`${label}\` describes no successful response.`,
  check({ node, label }, report) {
    const responses = child(node, 'responses');
    if (!entriesOf(responses).some(({ name }) => /^[123]/.test(name) || name === 'default')) report({ label }, responses);
  },
});
