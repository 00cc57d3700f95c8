import { booleanOf, child, defineRule, itemsOf, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface OpenObject {
  readonly label: string;
}

const CLOSING = ['additionalProperties', 'unevaluatedProperties'];

/** Composed schemas are closed by what stands around them. */
const COMPOSING = ['allOf', 'anyOf', 'oneOf', '$ref'];

export const additionalPropertiesConstrained = defineRule<SchemaElement, OpenObject>({
  id: 'additional-properties-constrained',
  on: 'schema',
  severity: 'info',
  preset: 'full',
  message: ({ label }) => `${label[0]?.toUpperCase()}${label.slice(1)} takes any further property: neither closed, nor limited by \`maxProperties\`.`,
  check({ node, label }, report) {
    const type = child(node, 'type');
    const isObject = [type, ...itemsOf(type)].some((one) => stringOf(one) === 'object');
    const limits = CLOSING.flatMap((keyword) => child(node, keyword) ?? []);
    const isClosed = limits.some((limit) => booleanOf(limit) !== true) || child(node, 'maxProperties') !== undefined;
    if (isObject && !isClosed && !COMPOSING.some((keyword) => child(node, keyword))) report({ label }, limits[0]);
  },
});
