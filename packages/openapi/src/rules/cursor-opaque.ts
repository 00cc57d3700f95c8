import { defineRule, stringOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { queryParameterOf } from '../model/list-operation.ts';

interface Readable {
  readonly label: string;
  readonly what: string;
}

export const cursorOpaque = defineRule<OperationElement, Readable>({
  id: 'cursor-opaque',
  on: 'operation',
  severity: 'warn',
  preset: 'strict',
  message: ({ label, what }) => `Clients can read and build ${label}: it is ${what}.`,
  check(operation, report) {
    const parameter = queryParameterOf(operation, ['cursor', 'page_token', 'next_token', 'continuation_token', 'page_cursor', 'next_cursor']);
    const effective = parameter?.schema()?.effective();
    if (!parameter || !effective) return;
    const format = stringOf(effective.all('format')[0]);
    if (effective.types && !effective.types.has('string')) report({ label: parameter.label, what: 'a number' }, parameter.place);
    else if (format !== undefined && /^(date|date-time|uuid|time)$/.test(format)) report({ label: parameter.label, what: `a \`${format}\`` }, parameter.place);
  },
});
