/** A schema as plain JSON in the vocabulary of JSON Schema 2020-12. `$ref` is an opaque key for `SchemaSet.resolve`; its siblings count. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** The schemas of one version. The same string always gives the same object: memos are kept by identity. */
export interface SchemaSet {
  resolve(ref: string): JsonSchema | undefined;
}

/** One of the two schemas of a question, with the set in which its references live. */
export interface Side {
  readonly schema: JsonSchema;
  readonly set: SchemaSet;
}

/** The answer to "is every value of `sub` a value of `super`?". */
export type Containment =
  | { readonly kind: 'contained' }
  /** `value` is valid for sub and not for super, by our own interpreter and by ajv. */
  | { readonly kind: 'witness'; readonly value: unknown }
  /** `reason` names the keyword that could not be decided, and why. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface ContainmentOptions {
  /**
   * What the sender of `sub` puts into an object.
   * `declared` (default): only properties that its schema declares, in the merged `allOf` and the union branch it chose;
   * an explicit `additionalProperties` or `unevaluatedProperties` still counts, and so do the values of `enum` and `const`.
   * `open`: whatever JSON Schema admits. The receiver is as open as it is written in both.
   */
  readonly contentModel?: 'declared' | 'open';
  /** Steps of the search before it answers `unknown`. A step is one state looked at; time plays no part. */
  readonly budget?: number;
}

/** How a nested schema is reached from its parent in a value. A `branch` of a union stays at the same place. */
export type Step =
  | { readonly property: string }
  | { readonly items: true }
  | { readonly prefixItem: number }
  | { readonly additional: true }
  | { readonly branch: JsonSchema };
