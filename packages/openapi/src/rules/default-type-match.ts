import { child, clip, defineRule, sourceOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { allowedTypes, isOfTypes } from '../model/value-type.ts';

interface DefaultTypeMismatch {
  readonly value: string;
  readonly type: string;
  readonly label: string;
}

/** "Unlike JSON Schema this value MUST conform to the defined type for the Schema Object defined at the same level" (OpenAPI 3.0.4, section 4.7.24.1; likewise 2.0). */
export const defaultTypeMatch = defineRule<SchemaElement, DefaultTypeMismatch>({
  id: 'default-type-match',
  on: 'schema',
  severity: 'error',
  message: ({ value, type, label }) => `The \`default\` of ${label} is \`${value}\`, which is not of the type \`${type}\`.`,
  check(schema, report) {
    const preset = child(schema.node, 'default');
    const types = preset && allowedTypes(schema);
    if (!types || schema.dialect.refSiblings || isNone(schema)) return;
    if (!isOfTypes(preset, types))
      report({ value: clip(sourceOf(preset).replaceAll(/\s+/g, ' ').trim(), 60), type: types.join(' | '), label: schema.label }, preset);
  },
});

/** `null` is how many generators write that there is none: `default-valid` warns of it. */
function isNone({ node }: SchemaElement): boolean {
  const preset = child(node, 'default');
  return preset?.kind === 'scalar' && preset.value === null;
}
