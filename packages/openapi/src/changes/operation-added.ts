import { defineChange } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface OperationAdded {
  readonly label: string;
}

export const operationAdded = defineChange<OperationElement, OperationAdded>({
  id: 'operation-added',
  on: 'operation',
  // Only a consumer that is newer than the provider can miss it.
  impact: () => ({ backward: 'compatible', forward: 'breaking' }),
  message: ({ label }) => `The operation \`${label}\` was added.`,
  added({ label }, report) {
    report({ label });
  },
});
