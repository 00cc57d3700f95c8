import { defineRule, removeItem, repair } from '@breakwater/core';
import type { ParameterListElement } from '../model/element.ts';
import { placeOfParameter } from '../model/parameter-list.ts';

interface IgnoredHeader {
  readonly name: string;
  readonly index: number;
}

const RESERVED = new Set(['accept', 'content-type', 'authorization']);

/** "If `in` is "header" and the `name` field is "Accept", "Content-Type" or "Authorization", the parameter definition SHALL be ignored" (OpenAPI 3.1.2, section 4.8.12.1). */
export const parameterReservedHeader = defineRule<ParameterListElement, IgnoredHeader>({
  id: 'parameter-reserved-header',
  on: 'parameterList',
  severity: 'warn',
  message: ({ name }) => `The header \`${name}\` is described by media types and security: as a parameter it is ignored.`,
  check(list, report) {
    if (list.document.version === '2.0') return;
    for (const [index, parameter] of list.parameters().entries())
      if (parameter.in === 'header' && RESERVED.has(parameter.name.toLowerCase())) report({ name: parameter.name, index }, placeOfParameter(parameter, 'name'));
  },
  fixes(list, { name, index }) {
    const parameter = list.parameters()[index];
    return parameter ? repair(`Remove \`${name}\``, true, removeItem(list.node, parameter.item)) : [];
  },
});
