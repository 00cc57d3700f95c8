import { child, defineRule, stringOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listIn, queryParameterOf } from '../model/list-operation.ts';

interface NoOrder {
  readonly label: string;
}

export const listOrderDocumented = defineRule<OperationElement, NoOrder>({
  id: 'list-order-documented',
  on: 'operation',
  severity: 'hint',
  preset: 'full',
  message: ({ label }) => `In which order \`${label}\` answers is not said.`,
  check(operation, report) {
    const { node, label } = operation;
    if (!listIn(operation) || child(node, 'x-order')) return;
    const sort = queryParameterOf(operation, ['sort', 'order', 'order_by', 'sort_by', 'direction']);
    const text = ['description', 'summary'].map((name) => stringOf(child(node, name)) ?? '').join(' ');
    if (
      !/sort|order(ed)? by|\border\b|chronolog|newest|oldest|latest first|most recent/i.test(text) &&
      !(sort?.schema()?.effective().all('default').length ?? 0)
    )
      report({ label });
  },
});
