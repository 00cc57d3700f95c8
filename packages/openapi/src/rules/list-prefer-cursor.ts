import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listIn, queryParameterOf } from '../model/list-operation.ts';

interface Counted {
  readonly label: string;
}

export const listPreferCursor = defineRule<OperationElement, Counted>({
  id: 'list-prefer-cursor',
  on: 'operation',
  severity: 'hint',
  preset: 'full',
  message: ({ label }) => `Pages are counted by ${label}: entries are skipped or repeated while the list changes.`,
  check(operation, report) {
    const parameter = queryParameterOf(operation, ['offset', 'page', 'skip', 'page_number', 'start', 'start_index']);
    if (parameter && listIn(operation)) report({ label: parameter.label }, parameter.place);
  },
});
