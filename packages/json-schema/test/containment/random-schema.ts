import fc from 'fast-check';
import type { JsonSchema, SchemaSet, Side } from '../../src/containment/index.ts';

const NAMES = ['a', 'b', 'ab', '__proto__', 'constructor'];
const PATTERNS = ['^a', 'b$', 'a', '^[ab]{1,2}$', '^$', '^a+$'];
const FORMATS = ['date', 'time', 'ipv4', 'hostname', 'uri', 'uri-reference', 'regex', 'int32', 'made-up'];
const TEXTS = ['2024-02-29', '2023-02-29', '00:00:00Z', '1.2.3.4', 'a:b', '('];

/** Small values, in which names and numbers meet often. */
export const values: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom<unknown>(null, true, false, 0, 1, -1, 0.5, 2, 3, 10, '', 'a', 'b', 'ab', 'aa', 'c', ...TEXTS),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...NAMES, 'c'), tie('value')), { maxLength: 3, selector: ([name]) => name })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;

const count = fc.integer({ min: 0, max: 3 });
const number = fc.constantFrom(-1, 0, 0.5, 1, 2, 3);
const types = fc.constantFrom('null', 'boolean', 'number', 'integer', 'string', 'array', 'object');

function mapOf(names: readonly string[], part: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), part), { minLength: 1, maxLength: 3, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries));
}

function keywordsOf(part: fc.Arbitrary<unknown>): readonly (readonly [string, fc.Arbitrary<unknown>])[] {
  const list = fc.array(part, { minLength: 1, maxLength: 3 });
  return [
    ['type', types],
    ['type', types],
    ['type', fc.uniqueArray(types, { minLength: 1, maxLength: 3 })],
    ['enum', fc.array(values, { minLength: 1, maxLength: 3 })],
    ['const', values],
    ['minimum', number],
    ['maximum', number],
    ['exclusiveMinimum', number],
    ['exclusiveMaximum', number],
    ['multipleOf', fc.constantFrom(0.5, 1, 2, 3)],
    ['minLength', count],
    ['maxLength', count],
    ['pattern', fc.constantFrom(...PATTERNS)],
    ['format', fc.constantFrom(...FORMATS)],
    ['items', part],
    ['prefixItems', list],
    ['minItems', count],
    ['maxItems', count],
    ['uniqueItems', fc.boolean()],
    ['contains', part],
    ['minContains', count],
    ['maxContains', count],
    ['properties', mapOf(NAMES, part)],
    ['properties', mapOf(NAMES, part)],
    ['patternProperties', mapOf(PATTERNS, part)],
    ['additionalProperties', part],
    ['propertyNames', part],
    ['required', fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 3 })],
    ['required', fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 3 })],
    ['minProperties', count],
    ['maxProperties', count],
    ['dependentRequired', mapOf(NAMES, fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }))],
    ['dependentSchemas', mapOf(NAMES, part)],
    ['allOf', list],
    ['anyOf', list],
    ['oneOf', list],
    ['not', part],
    ['if', part],
    ['then', part],
    ['else', part],
    ['unevaluatedProperties', part],
    ['unevaluatedItems', part],
    ['$ref', fc.constantFrom('x', 'y')],
  ];
}

/** One keyword, or some that only say something together. */
function fragmentsOf(part: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const single = keywordsOf(part).map(([keyword, given]) => given.map((value) => ({ [keyword]: value })));
  const properties = mapOf(['a', 'b', 'ab'], part);
  const patternProperties = mapOf(PATTERNS, part);
  const prefixItems = fc.array(part, { minLength: 1, maxLength: 2 });
  const contains = part;
  const inPlace = fc.oneof(
    fc.record({ properties }),
    fc.record({ patternProperties }),
    fc.record({ prefixItems }),
    fc.record({ contains }),
    fc.record({ required: fc.constant(['a']), properties }),
    part,
  );
  const applying = fc.oneof(
    fc.record({ allOf: fc.tuple(inPlace) }),
    fc.record({ anyOf: fc.tuple(inPlace, inPlace) }),
    fc.record({ oneOf: fc.tuple(inPlace, inPlace) }),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    fc.record({ if: inPlace, then: inPlace, else: inPlace }),
    fc.record({ dependentSchemas: fc.record({ a: inPlace }) }),
    inPlace.map((given) => Object(given)),
  );
  const together = [
    fc.record({ contains, minContains: count, maxContains: count }, { requiredKeys: ['contains'] }),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    fc.record({ if: part, then: part, else: part }, { requiredKeys: ['if'] }),
    fc.record({ properties, additionalProperties: part }),
    fc.record({ patternProperties, additionalProperties: part }),
    fc.record({ prefixItems, items: part }),
    fc.record({ items: part, uniqueItems: fc.constant(true), minItems: count }),
    fc.tuple(applying, part).map(([given, unevaluatedProperties]) => ({ ...given, unevaluatedProperties })),
    fc.tuple(applying, part).map(([given, unevaluatedItems]) => ({ ...given, unevaluatedItems })),
  ];
  return fc.oneof({ weight: 4, arbitrary: fc.oneof(...single) }, { weight: 1, arbitrary: fc.oneof(...together) });
}

export const schemas: fc.Arbitrary<JsonSchema> = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    { weight: 1, arbitrary: fc.boolean() },
    {
      weight: 6,
      arbitrary: fc.array(fragmentsOf(tie('schema')), { maxLength: 3 }).map((fragments) => Object.assign({}, ...fragments)),
    },
  ),
})).schema;

/** A schema and two more that it may refer to, also in circles. */
export const sides: fc.Arbitrary<Side> = fc.tuple(schemas, schemas, schemas).map(([schema, x, y]) => {
  const targets = new Map([
    ['x', x],
    ['y', y],
  ]);
  const set: SchemaSet = { resolve: (ref) => targets.get(ref) };
  return { schema, set };
});

/** Two sides of which the second is an edit of the first, so that answers of all kinds occur. */
export const pairs: fc.Arbitrary<readonly [Side, Side]> = fc.oneof(
  fc.tuple(sides, sides),
  fc.tuple(sides, fc.array(fragmentsOf(schemas), { minLength: 1, maxLength: 2 })).map(([side, edits]) => {
    const edited = typeof side.schema === 'boolean' ? {} : side.schema;
    return [side, { schema: Object.assign({}, edited, ...edits), set: side.set }] as const;
  }),
);
