/** How schemas are spelled in one version of one format. Meaning is the same everywhere: JSON Schema 2020-12. */
export interface Dialect {
  /** Schemas of dialects with one key mean the same when their text is the same. */
  readonly key: string;
  /** The keyword that adds `null` to the types, where it is no type of its own. */
  readonly nullable: 'nullable' | 'x-nullable' | undefined;
  /** Whether keywords beside `$ref` count. */
  readonly refSiblings: boolean;
  /** Whether `exclusiveMinimum` and `exclusiveMaximum` are flags of `minimum` and `maximum` (draft 4 and before). */
  readonly exclusiveFlags: boolean;
}

export const OAS_2_0: Dialect = { key: 'oas-2.0', nullable: 'x-nullable', refSiblings: false, exclusiveFlags: true };
export const OAS_3_0: Dialect = { key: 'oas-3.0', nullable: 'nullable', refSiblings: false, exclusiveFlags: true };
export const JSON_SCHEMA_2020_12: Dialect = { key: '2020-12', nullable: undefined, refSiblings: true, exclusiveFlags: false };
