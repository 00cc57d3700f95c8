import { child, defineRule, entriesOf, follow, nodeAt, type ScalarNode, stringOf } from '@breakwater/core';
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
    for (const { name, value } of entriesOf(child(child(node, 'discriminator'), 'mapping'))) {
      const target = stringOf(value);
      if (target === undefined || value.kind !== 'scalar') continue;
      const isName = /^[\w.-]+$/.test(target) && !/\.(ya?ml|json)$/.test(target);
      const found = isName ? nodeAt(rootOf(value), `/components/schemas/${target}`) : undefined;
      // A reference that leads nowhere is told as every reference is.
      if (isName && !found && !('node' in follow(snapshot, value))) report({ name, target }, value);
    }
  },
});

function rootOf(node: ScalarNode) {
  let root: ScalarNode['parent'] | ScalarNode = node;
  while (root.parent) root = root.parent;
  return root;
}
