import { child, defineRule, entriesOf, follow, nodeAt, rootOf, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface DiscriminatorFault {
  readonly name: string;
  readonly target: string;
}

/** A mapping names a component or refers to a schema (OpenAPI 3.1.1, section 4.8.25.3). */
export const discriminatorValid = defineRule<SchemaElement, DiscriminatorFault>({
  id: 'discriminator-valid',
  on: 'schema',
  severity: 'error',
  message: ({ name, target }) => `The mapping of \`${name}\` leads to \`${target}\`, which is no schema here.`,
  check({ node, snapshot }, report) {
    const mapping = child(child(node, 'discriminator'), 'mapping');
    const schemas = mapping && nodeAt(rootOf(snapshot), '/components/schemas');
    for (const { name, value } of entriesOf(mapping)) {
      const target = stringOf(value);
      // What is more than a name is a reference, and told as every reference that leads nowhere.
      if (target === undefined || value.kind !== 'scalar' || !isName(target)) continue;
      if (!child(schemas, target) && !('node' in follow(snapshot, value))) report({ name, target }, value);
    }
  },
});

function isName(text: string): boolean {
  return /^[\w.-]+$/.test(text) && !/\.(ya?ml|json)$/.test(text);
}
