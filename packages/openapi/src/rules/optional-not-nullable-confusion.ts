import { child, defineRule, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { propertyNameOf } from '../model/property-name.ts';

interface Confusion {
  readonly name: string;
}

export const optionalNotNullableConfusion = defineRule<SchemaElement, Confusion>({
  id: 'optional-not-nullable-confusion',
  on: 'schema',
  severity: 'hint',
  preset: 'full',
  message: ({ name }) => `\`${name}\` is called optional, has to be there, and may be \`null\`.`,
  check({ node, effective }, report) {
    const name = propertyNameOf(node);
    const holder = node.parent?.parent;
    const text = stringOf(child(node, 'description')) ?? '';
    if (name === undefined || !holder || !/\boptional\b/i.test(text) || effective().types?.has('null') !== true) return;
    const required = child(holder, 'required');
    if (required?.kind === 'seq' && required.items.some((item) => stringOf(item) === name)) report({ name });
  },
});
