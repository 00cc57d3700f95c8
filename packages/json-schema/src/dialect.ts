/** How schemas are spelled in one version of one format. Meaning is the same everywhere: JSON Schema 2020-12. */
export interface Dialect {
  /** Schemas of dialects with one key mean the same when their text is the same. */
  readonly key: string;
  /** The keyword that adds `null` to the types, where it is no type of its own. */
  readonly nullable: 'nullable' | 'x-nullable' | undefined;
  /** The keyword that names a schema, `$id` unless it is said. */
  readonly identifier?: 'id';
  /** Whether keywords beside `$ref` count. */
  readonly refSiblings: boolean;
  /** Whether `exclusiveMinimum` and `exclusiveMaximum` are flags of `minimum` and `maximum` (draft 4 and before). */
  readonly exclusiveFlags: boolean;
  /** Whether an item that `contains` found still counts as unevaluated (2019-09, section 9.3.1.3; not so since 2020-12). */
  readonly containsSaysNothing?: boolean;
  /** Keywords that this version does not know yet or no more: they say nothing. */
  readonly ignored?: ReadonlySet<string>;
}

// `const` is not among them: validators of draft 4 took it up, and who writes it means it.
const SINCE_06 = ['contains', 'propertyNames'];
const SINCE_07 = ['if', 'then', 'else'];
const SINCE_2019 = ['unevaluatedItems', 'unevaluatedProperties', 'minContains', 'maxContains', 'dependentSchemas', 'dependentRequired', '$recursiveRef'];
const SINCE_2020 = ['prefixItems', '$dynamicRef'];

export const OAS_2_0: Dialect = { key: 'oas-2.0', nullable: 'x-nullable', refSiblings: false, exclusiveFlags: true };
export const OAS_3_0: Dialect = { key: 'oas-3.0', nullable: 'nullable', refSiblings: false, exclusiveFlags: true };
export const JSON_SCHEMA_04 = draft('draft-04', { identifier: 'id', refSiblings: false, exclusiveFlags: true }, [
  ...SINCE_06,
  ...SINCE_07,
  ...SINCE_2019,
  ...SINCE_2020,
]);
export const JSON_SCHEMA_06 = draft('draft-06', { refSiblings: false }, [...SINCE_07, ...SINCE_2019, ...SINCE_2020]);
export const JSON_SCHEMA_07 = draft('draft-07', { refSiblings: false }, [...SINCE_2019, ...SINCE_2020]);
export const JSON_SCHEMA_2019_09 = draft('2019-09', { containsSaysNothing: true }, SINCE_2020);
export const JSON_SCHEMA_2020_12 = draft('2020-12', {}, ['additionalItems', 'dependencies', '$recursiveRef']);

/** The drafts by what `$schema` names. */
export const DRAFTS: readonly Dialect[] = [JSON_SCHEMA_04, JSON_SCHEMA_06, JSON_SCHEMA_07, JSON_SCHEMA_2019_09, JSON_SCHEMA_2020_12];

/** The draft that a `$schema` names; the newest one for another value or none. */
export function draftOf(metaschema: string | undefined): Dialect {
  return DRAFTS.find(({ key }) => metaschema?.includes(`/${key}/`)) ?? JSON_SCHEMA_2020_12;
}

function draft(key: string, more: Partial<Dialect>, ignored: readonly string[]): Dialect {
  return { key, nullable: undefined, refSiblings: true, exclusiveFlags: false, ...more, ignored: new Set(ignored) };
}
