/**
 * Keywords that constrain values and that nothing here understands: references whose target depends on the way taken,
 * and keywords of earlier drafts, which the caller should have translated. Ignoring one would be a lie.
 */
const NOT_UNDERSTOOD: ReadonlySet<string> = new Set([
  '$dynamicRef',
  '$recursiveRef',
  'dependencies',
  'additionalItems',
  'extends',
  'disallow',
  'divisibleBy',
  'nullable',
]);

export function isConstraining(keyword: string): boolean {
  return NOT_UNDERSTOOD.has(keyword);
}

/** Keywords that say something about the values; all others (`title`, `x-…`) are annotations. `format` stands in a schema only where it is asserted. */
const ASSERTING: ReadonlySet<string> = new Set([
  ...NOT_UNDERSTOOD,
  '$ref',
  'type',
  'const',
  'enum',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'items',
  'prefixItems',
  'contains',
  'minContains',
  'maxContains',
  'minItems',
  'maxItems',
  'uniqueItems',
  'unevaluatedItems',
  'properties',
  'patternProperties',
  'additionalProperties',
  'propertyNames',
  'required',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedProperties',
]);

export function isAsserting(keyword: string): boolean {
  return ASSERTING.has(keyword);
}

/** How the value of a keyword is made of schemas. */
export const ONE_SCHEMA: ReadonlySet<string> = new Set([
  'not',
  'if',
  'then',
  'else',
  'items',
  'contains',
  'unevaluatedItems',
  'additionalProperties',
  'propertyNames',
  'unevaluatedProperties',
]);
export const SCHEMA_LIST: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
export const SCHEMA_MAP: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** Keywords whose schemas are asked about the value itself, as that of a `$ref` is; all others ask about its parts. */
export const IN_PLACE: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas']);
