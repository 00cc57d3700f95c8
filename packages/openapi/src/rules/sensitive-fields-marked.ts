import { booleanOf, child, defineRule, insertEntry, repair, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { propertyNameOf } from '../model/property-name.ts';
import { snakeOf } from '../model/words.ts';

interface Unmarked {
  readonly name: string;
}

interface Options {
  readonly names: readonly string[];
}

export const sensitiveFieldsMarked = defineRule<SchemaElement, Unmarked, Options>({
  id: 'sensitive-fields-marked',
  on: 'schema',
  severity: 'warn',
  preset: 'strict',
  options: {
    schema: {
      type: 'object',
      properties: { names: { description: 'Names of what has to stay secret, in snake_case.', type: 'array', items: { type: 'string' } } },
    },
    defaults: { names: ['password', 'secret', 'client_secret', 'private_key', 'ssn', 'social_security_number', 'card_number', 'cvv', 'cvc', 'pin'] },
  },
  message: ({ name }) => `\`${name}\` is secret, and is not marked: neither \`writeOnly\`, nor \`format: password\`, nor \`x-sensitive\`.`,
  check({ node }, report, { names }) {
    const name = propertyNameOf(node);
    if (name === undefined || !names.includes(snakeOf(name)) || child(node, '$ref')) return;
    const isMarked =
      booleanOf(child(node, 'writeOnly')) === true || stringOf(child(node, 'format')) === 'password' || child(node, 'x-sensitive') || child(node, 'x-pii');
    if (!isMarked) report({ name });
  },
  fixes: ({ node }) => repair('Mark it as sensitive', true, insertEntry(node, 'x-sensitive', true)),
});
