import { child, defineRule, stringOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listIn, PAGE_NAMES, queryParameterOf } from '../model/list-operation.ts';
import { responsesIn } from '../model/operation-parts.ts';
import { snakeOf } from '../model/words.ts';

interface MovableCursor {
  readonly label: string;
}

const CURSORS = ['cursor', 'page_token', 'next_token', 'continuation_token', 'page_cursor', 'starting_after', 'after'];

export const cursorFiltersStable = defineRule<OperationElement, MovableCursor>({
  id: 'cursor-filters-stable',
  on: 'operation',
  severity: 'info',
  preset: 'full',
  message: ({ label }) => `What a cursor does with other filters is not said: \`${label}\` describes no 400 or 422 for it.`,
  check(operation, report) {
    const cursor = queryParameterOf(operation, CURSORS);
    if (!cursor || !listIn(operation)) return;
    const hasFilter = operation
      .parameters()
      .some(({ in: place, name }) => place === 'query' && ![...PAGE_NAMES.sizes, ...PAGE_NAMES.positions].includes(snakeOf(name)));
    const isSaid = responsesIn(operation).some(
      ({ status, node }) => /^4(00|22|xx)$/i.test(status) && /cursor|token/i.test(stringOf(child(node, 'description')) ?? ''),
    );
    if (hasFilter && !isSaid) report({ label: operation.label }, cursor.place);
  },
});
