import { child, defineRule, type Edit, entriesOf, inline, type Node, removeEntry, repair, replaceValue, stringOf } from '@breakwater/core';
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
    const parameter = queryParameterOf(operation, NAMES);
    const effective = parameter?.schema()?.effective();
    if (!parameter || !effective) return;
    const format = stringOf(effective.all('format')[0]);
    if (effective.types && !effective.types.has('string')) report({ label: parameter.label, what: 'a number' }, parameter.place);
    else if (format !== undefined && /^(date|date-time|uuid|time)$/.test(format)) report({ label: parameter.label, what: `a \`${format}\`` }, parameter.place);
  },
  fixes(operation) {
    const node = queryParameterOf(operation, NAMES)?.schema()?.node;
    // What else is said is said of numbers or days.
    const isAlone = entriesOf(node).every(({ name }) => SAYING_NOTHING.has(name) || name === 'type' || name === 'format');
    return node && isAlone ? repair('Make it a plain text', false, ...plain(node)) : [];
  },
});

const NAMES = ['cursor', 'page_token', 'next_token', 'continuation_token', 'page_cursor', 'next_cursor'];
const SAYING_NOTHING = new Set(['title', 'description', 'name', 'in', 'required']);

function plain(node: Node): readonly (Edit | undefined)[] {
  const isText = stringOf(child(node, 'type')) === 'string';
  const format = child(node, 'format') ? [removeEntry(node, 'format')] : [];
  return isText ? format : [replaceValue(node, 'type', inline(node.file, 'string')), ...format];
}
