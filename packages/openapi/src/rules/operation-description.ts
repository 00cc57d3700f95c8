import { child, defineRule, stringOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface Undescribed {
  readonly label: string;
}

export const operationDescription = defineRule<OperationElement, Undescribed>({
  id: 'operation-description',
  on: 'operation',
  severity: 'info',
  message: ({ label }) => `\`${label}\` has neither a summary nor a description.`,
  check({ node, label }, report) {
    if (!['summary', 'description'].some((name) => stringOf(child(node, name))?.trim())) report({ label });
  },
});
