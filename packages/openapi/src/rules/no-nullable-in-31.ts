import { booleanOf, child, defineRule, itemsOf, removeEntry, repair, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { withNull } from '../model/with-null.ts';

interface NullableKeyword {
  readonly label: string;
}

/** OpenAPI 3.1 is JSON Schema, which has no `nullable`: it is ignored, and `null` is refused (OpenAPI 3.1.0, release notes). */
export const noNullableIn31 = defineRule<SchemaElement, NullableKeyword>({
  id: 'no-nullable-in-31',
  on: 'schema',
  severity: 'error',
  marks: 'unused',
  message: ({ label }) => `\`nullable\` of ${label} says nothing in OpenAPI 3.1 and later: \`null\` is not allowed here.`,
  check({ node, dialect, label }, report) {
    const nullable = child(node, 'nullable');
    if (dialect.nullable === undefined && booleanOf(nullable) !== undefined) report({ label }, nullable);
  },
  fixes({ node }) {
    const remove = removeEntry(node, 'nullable');
    const type = child(node, 'type');
    const saysNothing = booleanOf(child(node, 'nullable')) === false || itemsOf(type).some((item) => stringOf(item) === 'null');
    if (saysNothing) return repair('Remove `nullable`', true, remove);
    // What was refused is allowed then, which is what the author meant, and still a change of the contract.
    return type ? repair('Use `null` as a type', false, withNull(node), remove) : [];
  },
});
