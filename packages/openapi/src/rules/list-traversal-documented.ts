import { child, defineRule, stringOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listIn, PAGE_NAMES, queryParameterOf } from '../model/list-operation.ts';

interface UnknownTraversal {
  readonly label: string;
}

export const listTraversalDocumented = defineRule<OperationElement, UnknownTraversal>({
  id: 'list-traversal-documented',
  on: 'operation',
  severity: 'info',
  preset: 'full',
  message: ({ label }) => `What happens to the pages of \`${label}\` while the list changes is not said.`,
  check(operation, report) {
    const position = queryParameterOf(operation, PAGE_NAMES.positions);
    if (!position || !listIn(operation)) return;
    const text = [operation.node, position.node].map((node) => stringOf(child(node, 'description')) ?? '').join(' ');
    if (!/insert|delet|snapshot|consisten|added|removed|changes? while/i.test(text)) report({ label: operation.label }, position.place);
  },
});
