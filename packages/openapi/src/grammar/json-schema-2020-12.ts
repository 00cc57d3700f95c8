import type { ObjectTable } from './grammar.ts';
import { each } from './oas-3-0.ts';

const TYPES = '=array|boolean|integer|null|number|object|string';

/** The vocabularies of JSON Schema 2020-12 and what OpenAPI 3.1 adds. A schema may also be `true` or `false`, and hold keywords of anybody. */
export const SCHEMA_2020_12: ObjectTable = {
  noun: 'schema',
  open: true,
  boolean: true,
  fields: {
    ...each(['$comment', 'title', 'description', 'format', 'pattern', 'contentEncoding', 'contentMediaType'], 'text'),
    ...each(['maxLength', 'minLength', 'maxItems', 'minItems', 'maxContains', 'minContains', 'maxProperties', 'minProperties'], 'count'),
    ...each(['uniqueItems', 'readOnly', 'writeOnly', 'deprecated'], 'boolean'),
    ...each(['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum'], 'number'),
    ...each(['allOf', 'oneOf', 'anyOf', 'prefixItems'], '[schema]+'),
    ...each(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'], '{schema}'),
    ...each(['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'items', 'unevaluatedItems', 'contains'], 'schema'),
    ...each(['not', 'if', 'then', 'else', 'contentSchema'], 'schema'),
    ...each(['default', 'const', 'example'], 'any'),
    $schema: 'dialect',
    $dynamicRef: 'uri',
    ...each(['$anchor', '$dynamicAnchor'], 'anchor'),
    $id: 'identifier',
    $ref: '->schema',
    type: `${TYPES}/[${TYPES}]+!`,
    enum: '[any]',
    examples: '[any]',
    multipleOf: 'positive',
    required: '[text]!',
    dependentRequired: '{[text]!}',
    discriminator: 'discriminator',
    externalDocs: 'externalDocs',
    xml: 'xml',
  },
};
