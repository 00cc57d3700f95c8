import { type Direction, impactOf, type Verdict } from '@breakwater/core';
import type { Schema, Version } from './location.ts';

/** Two schemas, of which the narrow one admits less: narrowing and widening are the two moves between them. */
export interface Keyword {
  readonly name: string;
  readonly wide: Schema;
  readonly narrow: Schema;
  /** Spelled as in 3.1; what 2.0 and 3.0 spell in another way. */
  readonly before31?: { readonly wide?: Schema; readonly narrow?: Schema };
  readonly versions?: readonly Version[];
  /** Where its values can stand; default everywhere but where OpenAPI 2.0 allows only simple values. */
  readonly values?: readonly ('json' | 'text' | 'simple')[];
  /** What the policy says where it is not what logic says (semantics.md, section 3). */
  readonly policy?: (move: 'narrowed' | 'widened', direction: Direction) => Verdict | undefined;
  /** Where the policy of a new consumer and an old provider is not that of the way back. */
  readonly forward?: Keyword['policy'];
}

const ONLY_31: readonly Version[] = ['3.1'];
const EVERYWHERE = ['json', 'text', 'simple'] as const;
const IN_JSON = ['json'] as const;

/** A consumer seldom checks what it reads against limits. */
const tolerant: Keyword['policy'] = (move, direction) => (direction === 'output' && move === 'widened' ? 'dangerous' : undefined);
/** `format` is an annotation: never more than dangerous. */
const annotation: Keyword['policy'] = (move, direction) => ((direction === 'input') === (move === 'narrowed') ? 'dangerous' : 'compatible');
/** What is not declared may be refused from now on; a consumer expects only what is declared. */
const closing: Keyword['policy'] = (move, direction) => (direction === 'input' && move === 'narrowed' ? 'dangerous' : 'compatible');
/** A description that grows is no loss, in whichever direction it is read. */
const byLogic: Keyword['policy'] = (move, direction) => impactOf(move, direction).forward;
const bothBreak: Keyword['policy'] = () => 'breaking';

const string = { type: 'string' };
const integer = { type: 'integer' };
const number = { type: 'number' };
const list = { type: 'array', items: string };
const object = { type: 'object', properties: { a: string } };
const open = { type: 'object' };

const SCALARS: readonly Keyword[] = [
  { name: 'type: integer to number', wide: number, narrow: integer },
  { name: 'minimum raised', wide: { ...integer, minimum: 1 }, narrow: { ...integer, minimum: 5 }, policy: tolerant },
  { name: 'minimum introduced', wide: integer, narrow: { ...integer, minimum: 5 }, policy: tolerant },
  { name: 'maximum lowered', wide: { ...integer, maximum: 9 }, narrow: { ...integer, maximum: 5 }, policy: tolerant },
  { name: 'maximum introduced', wide: number, narrow: { ...number, maximum: 5 }, policy: tolerant },
  {
    name: 'minimum became exclusive',
    wide: { ...integer, minimum: 5 },
    narrow: { ...integer, exclusiveMinimum: 5 },
    before31: { narrow: { ...integer, minimum: 5, exclusiveMinimum: true } },
    policy: tolerant,
  },
  {
    name: 'exclusive maximum lowered',
    wide: { ...number, exclusiveMaximum: 9 },
    narrow: { ...number, exclusiveMaximum: 5 },
    before31: { wide: { ...number, maximum: 9, exclusiveMaximum: true }, narrow: { ...number, maximum: 5, exclusiveMaximum: true } },
    policy: tolerant,
  },
  { name: 'multipleOf introduced', wide: integer, narrow: { ...integer, multipleOf: 5 } },
  { name: 'multipleOf multiplied', wide: { ...number, multipleOf: 0.5 }, narrow: { ...number, multipleOf: 2 } },
  { name: 'minLength raised', wide: { ...string, minLength: 1 }, narrow: { ...string, minLength: 3 }, policy: tolerant },
  { name: 'maxLength lowered', wide: { ...string, maxLength: 9 }, narrow: { ...string, maxLength: 3 }, policy: tolerant },
  { name: 'maxLength introduced', wide: string, narrow: { ...string, maxLength: 3 }, policy: tolerant },
  { name: 'pattern introduced', wide: string, narrow: { ...string, pattern: '^[a-z]+$' }, policy: tolerant },
  { name: 'pattern narrowed', wide: { ...string, pattern: '^[a-z]*$' }, narrow: { ...string, pattern: '^[a-c]+$' }, policy: tolerant },
  { name: 'enum value', wide: { ...string, enum: ['a', 'b', 'c'] }, narrow: { ...string, enum: ['a', 'b'] }, policy: tolerant },
  { name: 'enum value that is a number', wide: { ...integer, enum: [1, 2, 3] }, narrow: { ...integer, enum: [1, 2] }, policy: tolerant },
  { name: 'enum introduced', wide: string, narrow: { ...string, enum: ['a', 'b'] } },
  { name: 'format introduced', wide: string, narrow: { ...string, format: 'uuid' }, policy: annotation },
  { name: 'format narrowed', wide: { ...integer, format: 'int64' }, narrow: { ...integer, format: 'int32' }, policy: annotation },
  { name: 'minItems raised', wide: { ...list, minItems: 1 }, narrow: { ...list, minItems: 2 }, policy: tolerant },
  { name: 'maxItems lowered', wide: { ...list, maxItems: 9 }, narrow: { ...list, maxItems: 2 }, policy: tolerant },
  { name: 'uniqueItems introduced', wide: list, narrow: { ...list, uniqueItems: true } },
  { name: 'items: integer to number', wide: { type: 'array', items: number }, narrow: { type: 'array', items: integer } },
  { name: 'items: maxLength lowered', wide: list, narrow: { type: 'array', items: { ...string, maxLength: 3 } }, policy: tolerant },
].map((keyword) => ({ values: EVERYWHERE, ...keyword }));

/** What text and JSON disagree about. */
const ON_THE_TEXT: readonly Keyword[] = [
  { name: 'type: integer to string', wide: string, narrow: integer, values: ['text', 'simple'] },
  { name: 'type: number to string', wide: string, narrow: number, values: ['text', 'simple'] },
  { name: 'type: boolean to string', wide: string, narrow: { type: 'boolean' }, values: ['text', 'simple'] },
  { name: 'type: integer to string', wide: string, narrow: integer, values: IN_JSON, policy: bothBreak },
  { name: 'type: string to boolean', wide: string, narrow: { type: 'boolean' }, values: IN_JSON, policy: bothBreak },
  { name: 'items: integer to string', wide: list, narrow: { type: 'array', items: integer }, values: ['text', 'simple'] },
];

const STRUCTURES: readonly Keyword[] = [
  { name: 'type introduced', wide: {}, narrow: string, values: IN_JSON },
  { name: 'type: one of several', wide: { type: ['string', 'integer'] }, narrow: integer, versions: ONLY_31 },
  {
    name: 'nullable',
    wide: { type: ['string', 'null'] },
    narrow: string,
    before31: { wide: { ...string, nullable: true, 'x-nullable': true } },
    values: IN_JSON,
  },
  { name: 'const introduced', wide: string, narrow: { ...string, const: 'a' }, versions: ONLY_31 },
  { name: 'const changed', wide: { const: 'a' }, narrow: { const: 'b' }, versions: ONLY_31, policy: bothBreak },
  { name: 'required', wide: object, narrow: { ...object, required: ['a'] } },
  {
    name: 'property added, required',
    wide: object,
    narrow: { type: 'object', properties: { a: string, b: string }, required: ['b'] },
    // What is not described any more is ignored by an open receiver, but it was used.
    policy: (move, direction) => (direction === 'input' && move === 'widened' ? 'dangerous' : undefined),
    forward: byLogic,
  },
  {
    name: 'property added, optional',
    wide: object,
    narrow: { type: 'object', properties: { a: string, b: string } },
    policy: (move) => (move === 'narrowed' ? 'compatible' : 'dangerous'),
    forward: () => 'compatible',
  },
  {
    name: 'property of a closed object',
    wide: { type: 'object', properties: { a: string, b: string }, additionalProperties: false },
    narrow: { ...object, additionalProperties: false },
    policy: (move, direction) => (direction === 'output' && move === 'narrowed' ? 'dangerous' : undefined),
    forward: byLogic,
  },
  { name: 'property: integer to number', wide: { type: 'object', properties: { a: number } }, narrow: { type: 'object', properties: { a: integer } } },
  { name: 'additionalProperties: false', wide: object, narrow: { ...object, additionalProperties: false }, policy: closing },
  { name: 'additionalProperties: false, of a map', wide: open, narrow: { ...open, additionalProperties: false } },
  { name: 'additionalProperties: a type', wide: open, narrow: { ...open, additionalProperties: integer } },
  { name: 'additionalProperties: integer to number', wide: { ...open, additionalProperties: number }, narrow: { ...open, additionalProperties: integer } },
  { name: 'minProperties raised', wide: open, narrow: { ...open, minProperties: 2 }, policy: tolerant },
  { name: 'maxProperties lowered', wide: { ...open, maxProperties: 3 }, narrow: { ...open, maxProperties: 2 }, policy: tolerant },
  { name: 'allOf: a branch that bounds', wide: { allOf: [string] }, narrow: { allOf: [string, { maxLength: 3 }] }, policy: tolerant },
  { name: 'allOf: a branch that requires', wide: { allOf: [object] }, narrow: { allOf: [object, { required: ['a'] }] } },
];

const UNIONS: readonly Keyword[] = [
  { name: 'anyOf branch', wide: { anyOf: [string, integer, { type: 'boolean' }] }, narrow: { anyOf: [string, integer] }, values: IN_JSON },
  { name: 'oneOf branch', wide: { oneOf: [integer, list, { type: 'boolean' }] }, narrow: { oneOf: [integer, list] } },
  { name: 'anyOf of two and one', wide: { anyOf: [string, integer] }, narrow: { anyOf: [integer] } },
  { name: 'oneOf became anyOf', wide: { anyOf: [integer, { ...number, maximum: 5 }] }, narrow: { oneOf: [integer, { ...number, maximum: 5 }] } },
  { name: 'a type became a union', wide: { oneOf: [integer, { type: 'boolean' }] }, narrow: integer },
  { name: 'not', wide: string, narrow: { ...string, not: { enum: ['a'] } } },
].map((keyword) => ({ versions: ['3.0', '3.1'], ...keyword }));

/** Keywords that JSON Schema has and OpenAPI 3.0 has not. */
const LATER: readonly Keyword[] = [
  { name: 'patternProperties', wide: open, narrow: { ...open, patternProperties: { '^x': integer } } },
  { name: 'propertyNames', wide: open, narrow: { ...open, propertyNames: { maxLength: 3 } } },
  { name: 'dependentRequired', wide: open, narrow: { ...open, dependentRequired: { a: ['b'] } } },
  { name: 'dependentSchemas', wide: open, narrow: { ...open, dependentSchemas: { a: { required: ['b'] } } } },
  { name: 'unevaluatedProperties', wide: object, narrow: { ...object, unevaluatedProperties: false }, policy: closing },
  { name: 'if, then, else', wide: open, narrow: { ...open, if: { required: ['a'] }, else: { required: ['b'] } } },
  { name: 'contains', wide: { type: 'array' }, narrow: { type: 'array', contains: integer } },
  { name: 'prefixItems', wide: { type: 'array' }, narrow: { type: 'array', prefixItems: [integer] } },
  { name: 'prefixItems: integer to number', wide: { type: 'array', prefixItems: [number] }, narrow: { type: 'array', prefixItems: [integer] } },
  { name: 'unevaluatedItems', wide: { type: 'array', prefixItems: [integer] }, narrow: { type: 'array', prefixItems: [integer], unevaluatedItems: false } },
  { name: 'beside a reference', wide: { $ref: '#/components/schemas/Text' }, narrow: { $ref: '#/components/schemas/Text', maxLength: 3 }, policy: tolerant },
].map((keyword) => ({ versions: ONLY_31, ...keyword }));

/** What stands around a schema must not hide what changes in it. */
const AROUND: Readonly<Record<string, (schema: Schema) => Schema>> = {
  'in an array': (items) => ({ type: 'array', items }),
  'in an object': (a) => ({ type: 'object', properties: { a } }),
  'in a map': (additionalProperties) => ({ type: 'object', additionalProperties }),
  'in an array of objects': (a) => ({ type: 'array', items: { type: 'object', required: ['a'], properties: { a, b: string } } }),
  'in an allOf': (schema) => ({ allOf: [schema, { description: 'The same.' }] }),
  'in a property of an allOf': (a) => ({ allOf: [{ type: 'object', properties: { a } }, { properties: { b: string } }] }),
  'behind a reference': (Value) => ({ $ref: '#/components/schemas/Value', components: { Value } }),
  'behind a reference in an array': (Value) => ({ type: 'array', items: { $ref: '#/components/schemas/Value' }, components: { Value } }),
  'behind a reference to itself': (a) => ({
    $ref: '#/components/schemas/Tree',
    components: { Tree: { type: 'object', properties: { a, trees: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } } } },
  }),
};

const INNER = [
  'type: integer to number',
  'maximum lowered',
  'enum value',
  'enum introduced',
  'pattern narrowed',
  'uniqueItems introduced',
  'nullable',
  'required',
];

const NESTED: readonly Keyword[] = [...SCALARS, ...STRUCTURES]
  .filter(({ name }) => INNER.includes(name))
  .flatMap((keyword) =>
    Object.entries(AROUND).map(([where, around]) => {
      const { wide, narrow, before31 = {} } = keyword;
      return {
        ...keyword,
        name: `${keyword.name}, ${where}`,
        wide: around(wide),
        narrow: around(narrow),
        before31: { wide: around(before31.wide ?? wide), narrow: around(before31.narrow ?? narrow) },
        values: IN_JSON,
      };
    }),
  );

export const KEYWORDS: readonly Keyword[] = [...SCALARS, ...ON_THE_TEXT, ...STRUCTURES, ...UNIONS, ...LATER, ...NESTED].map((keyword) => ({
  values: ['json', 'text'] as const,
  ...keyword,
}));
