import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listIn } from '../model/list-operation.ts';

interface BareList {
  readonly label: string;
}

export const listResponseObject = defineRule<OperationElement, BareList>({
  id: 'list-response-object',
  on: 'operation',
  severity: 'warn',
  message: ({ label }) => `\`${label}\` answers with a bare list, to which nothing can be added.`,
  check(operation, report) {
    const list = listIn(operation);
    if (list && list.property === undefined) report({ label: operation.label }, list.answer.place);
  },
});
