/** The part of JSON Schema that a configuration is described in; `mistakesIn` knows these keywords and no others. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  /** For a message: what a text is that a pattern lets through, and what the keys of a map are. */
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly type?: Type | readonly Type[];
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type Type = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

export const KEYWORDS: ReadonlySet<string> = new Set<keyof Schema>([
  ...(['$schema', '$id', '$ref', '$defs', 'title', 'description', 'default', 'type', 'enum', 'anyOf', 'properties', 'additionalProperties'] as const),
  ...(['required', 'minProperties', 'items', 'minItems', 'uniqueItems', 'minLength', 'pattern', 'minimum', 'maximum'] as const),
]);
