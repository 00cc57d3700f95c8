import { defineRule } from '@breakwater/core';
import type { ApiElement, OperationElement, ParameterElement } from '../model/element.ts';
import { listIn, PAGE_NAMES, queryParameterOf } from '../model/list-operation.ts';
import { operationsOf } from '../model/operations-of.ts';

interface OtherName {
  readonly label: string;
  readonly name: string;
  readonly usual: string;
}

export const paginationConsistent = defineRule<ApiElement, OtherName>({
  id: 'pagination-consistent',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ label, name, usual }) => `\`${label}\` asks for pages with \`${name}\`, most others with \`${usual}\`.`,
  check(api, report) {
    const lists = operationsOf(api).filter((operation) => listIn(operation));
    for (const names of [PAGE_NAMES.sizes, PAGE_NAMES.positions]) {
      const found = lists.flatMap((operation) => used(operation, queryParameterOf(operation, names)));
      const counts = new Map<string, number>();
      for (const { parameter } of found) counts.set(parameter.name, (counts.get(parameter.name) ?? 0) + 1);
      const [usual, most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
      // Without a majority nobody can say which is the odd one.
      if (most * 2 > found.length)
        for (const { operation, parameter } of found)
          if (parameter.name !== usual) report({ label: operation.label, name: parameter.name, usual }, parameter.place);
    }
  },
});

function used(operation: OperationElement, parameter: ParameterElement | undefined) {
  return parameter ? [{ operation, parameter }] : [];
}
