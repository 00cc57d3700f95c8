import { booleanOf, child, defineRule, entryOf, isJson, removeEntry, replaceNode, sourceOf, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface NullableKeyword {
  readonly label: string;
}

/** OpenAPI 3.1 is JSON Schema, which has no `nullable`: it is ignored, and `null` is refused (OpenAPI 3.1.0, release notes). */
export const noNullableIn31 = defineRule<SchemaElement, NullableKeyword>({
  id: 'no-nullable-in-31',
  on: 'schema',
  severity: 'error',
  message: ({ label }) => `\`nullable\` of ${label} says nothing in OpenAPI 3.1 and later: \`null\` is not allowed here.`,
  check({ node, dialect, label }, report) {
    const nullable = child(node, 'nullable');
    if (dialect.nullable === undefined && booleanOf(nullable) !== undefined) report({ label }, nullable);
  },
  fixes({ node }) {
    const entry = entryOf(node, 'nullable');
    const type = child(node, 'type');
    if (node.kind !== 'map' || !entry) return [];
    const remove = removeEntry(node, entry);
    if (booleanOf(entry.value) === false) return [{ title: 'Remove `nullable`', safe: true, edits: [remove] }];
    if (!type || stringOf(type) === undefined) return [];
    const text = isJson(node.file) ? `[${sourceOf(type)}, "null"]` : `[${sourceOf(type)}, 'null']`;
    return [{ title: 'Use `null` as a type', safe: true, edits: [replaceNode(type, text), remove] }];
  },
});
