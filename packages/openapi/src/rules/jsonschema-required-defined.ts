import { child, defineRule, itemsOf, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface UndefinedRequired {
  readonly name: string;
}

/** Only where the schema itself lists properties and nothing else could bring more of them. */
export const jsonschemaRequiredDefined = defineRule<SchemaElement, UndefinedRequired>({
  id: 'jsonschema-required-defined',
  on: 'schema',
  severity: 'warn',
  message: ({ name }) => `\`${name}\` is required, and no property of that name is described.`,
  check(schema, report) {
    const { node } = schema;
    const required = child(node, 'required');
    const { properties, all } = schema.effective();
    const isOpen = ['allOf', 'anyOf', 'oneOf', 'patternProperties', '$dynamicRef', 'if'].some((keyword) => child(node, keyword));
    if (required?.kind !== 'seq' || isOpen || properties.size === 0 || all('additionalProperties').some(({ kind }) => kind === 'map')) return;
    for (const item of itemsOf(required)) {
      const name = stringOf(item);
      if (name !== undefined && !properties.has(name)) report({ name }, item);
    }
  },
});
