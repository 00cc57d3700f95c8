import { booleanOf, child, defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listIn, PAGE_NAMES, PAGE_OPTIONS, type ParameterNames, queryParameterOf } from '../model/list-operation.ts';
import { sharedParameter, takeParameters } from '../model/shared-parameter.ts';
import { snakeOf } from '../model/words.ts';

interface Unpaged {
  readonly label: string;
  readonly missing: string;
}

export const listPagination = defineRule<OperationElement, Unpaged, ParameterNames>({
  id: 'list-pagination',
  on: 'operation',
  severity: 'warn',
  options: { schema: PAGE_OPTIONS, defaults: PAGE_NAMES },
  message: ({ label, missing }) => `\`${label}\` answers with a list, and has no parameter for ${missing}.`,
  check(operation, report, { sizes, positions }) {
    const list = listIn(operation);
    if (!list || booleanOf(child(operation.node, 'x-bounded')) === true || isBounded(list)) return;
    const missing = [
      ...(queryParameterOf(operation, sizes) ? [] : ['the size of a page']),
      ...(queryParameterOf(operation, positions) ? [] : ['the place to go on from']),
    ];
    if (missing.length > 0) report({ label: operation.label, missing: missing.join(' and for ') });
  },
  fixes(operation, _unpaged, { sizes, positions }) {
    const missing = [sizes, positions].filter((names) => !queryParameterOf(operation, names));
    const shared = missing.map((names) => sharedParameter(operation, 'query', (name) => names.includes(snakeOf(name))));
    return takeParameters(operation, 'Take the shared parameters for pages', shared);
  },
});

/** A list of at most so many fits into one answer. */
const MAX_ITEMS = 1_000;

function isBounded({ answer, property }: NonNullable<ReturnType<typeof listIn>>): boolean {
  const list = property === undefined ? answer : answer.parts().find(({ id }) => id === `property ${property}`);
  return (list?.effective().bounds.get('maxItems')?.value ?? Number.POSITIVE_INFINITY) <= MAX_ITEMS;
}
