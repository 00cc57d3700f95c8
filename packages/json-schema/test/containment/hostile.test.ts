import { expect, test } from 'vitest';
import { confirmedByAjv, contains, embed, type JsonSchema, sample, shrink, validates } from '../../src/containment/index.ts';
import { side } from './side-of.ts';

/** Schemas and values that were made to bring a program down. The answer matters less than that there is one. */
const DEPTH = 10_000;

function nested(wrap: (inner: JsonSchema) => JsonSchema, leaf: JsonSchema, depth = DEPTH): JsonSchema {
  let schema = leaf;
  for (let i = 0; i < depth; i++) schema = wrap(schema);
  return schema;
}

function deepValue(): unknown {
  let value: unknown = 1;
  for (let i = 0; i < DEPTH; i++) value = [value];
  return value;
}

/** `A0` refers twice to `A1`, which refers twice to `A2`, and so on. */
function diamond(wrap: (inner: JsonSchema) => JsonSchema, leaf: JsonSchema, levels = 24): Record<string, JsonSchema> {
  const targets: Record<string, JsonSchema> = { [`A${levels}`]: leaf };
  for (let i = 0; i < levels; i++) targets[`A${i}`] = wrap({ $ref: `A${i + 1}` });
  return targets;
}

function ring(length: number, wrap: (inner: JsonSchema) => JsonSchema): Record<string, JsonSchema> {
  return Object.fromEntries(Array.from({ length }, (_, i) => [`A${i}`, wrap({ $ref: `A${(i + 1) % length}` })]));
}

const first = { $ref: 'A0' };
const next = (inner: JsonSchema) => ({ type: 'object', properties: { next: inner } });

test.each<[string, (inner: JsonSchema) => JsonSchema]>([
  ['properties', next],
  ['items', (items) => ({ items })],
  ['allOf', (inner) => ({ allOf: [inner] })],
  ['anyOf', (inner) => ({ anyOf: [inner, { type: 'null' }] })],
  ['not', (not) => ({ not })],
])('ten thousand levels of %s', (_, wrap) => {
  const one = nested(wrap, { type: 'string' });
  expect(contains(side(one), side(nested(wrap, { type: 'string' }))).kind).toBe('contained');
  expect(contains(side(one), side(nested(wrap, { type: 'number' }))).kind).not.toBe('contained');
});

test('a schema that is nothing but itself', () => {
  const self = { A0: first };
  expect(contains(side(first, self), side({ type: 'string' })).kind).toBe('unknown');
  expect(contains(side({ type: 'string' }), side(first, self)).kind).toBe('unknown');
  expect(
    contains(
      side(
        first,
        ring(400, (inner) => inner),
      ),
      side({ type: 'string' }),
    ).kind,
  ).toBe('unknown');
  expect([validates(side(first, self), 1), confirmedByAjv(side(first, self), 1), sample(side(first, self))]).toEqual(['unknown', 'unknown', undefined]);
});

test('a ring of four hundred', () => {
  expect(contains(side(first, ring(400, next)), side(first, ring(400, next)))).toEqual({ kind: 'contained' });
  expect(contains(side(first, ring(400, next)), side(first, ring(1, next)))).toEqual({ kind: 'contained' });
  expect(contains(side(first, ring(400, next)), side(first, { ...ring(400, next), A399: { type: 'string' } })).kind).not.toBe('contained');
});

test.each<[string, (inner: JsonSchema) => JsonSchema]>([
  ['allOf', (inner) => ({ allOf: [inner, { $ref: Object.values(inner)[0] }] })],
  ['anyOf', (inner) => ({ anyOf: [inner, { $ref: Object.values(inner)[0] }] })],
  ['oneOf', (inner) => ({ oneOf: [inner, { $ref: Object.values(inner)[0] }] })],
  ['properties', (inner) => ({ type: 'object', required: ['a', 'b'], properties: { a: inner, b: inner } })],
])('what unfolds to 2^24 schemas by %s', (_, wrap) => {
  const text = diamond(wrap, { type: 'string' });
  expect(contains(side(first, text), side(first, diamond(wrap, { type: 'string' }))).kind).toBe('contained');
  expect(['contained', 'witness', 'unknown']).toContain(contains(side(first, text), side(first, diamond(wrap, { type: 'number' }))).kind);
  expect([true, false, 'unknown']).toContain(confirmedByAjv(side(first, diamond(wrap, { type: 'string' }, 60)), 'a'));
});

test('values of any depth', () => {
  const anything = side({ items: first }, { A0: { items: first } });
  expect([validates(anything, deepValue()), confirmedByAjv(anything, deepValue())]).toEqual(['unknown', 'unknown']);
  expect(contains(side({ const: deepValue() }), side({ type: 'string' })).kind).toBe('unknown');
  expect(() => shrink(deepValue(), () => true)).not.toThrow();
  expect(() => embed(side({ type: 'object' }), { property: 'a' }, deepValue())).not.toThrow();
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('`%s` is a property like any other', (name) => {
  expect(validates(side({ required: [name] }), {})).toBe(false);
  expect(confirmedByAjv(side({ required: [name] }), {})).toBe(false);
  const [text, number] = [{ [name]: 'a' }, { [name]: 1 }].map((value) => Object.fromEntries(Object.entries(value)));
  for (const schema of [
    { properties: { [name]: { type: 'string' } } },
    { properties: { [name]: { type: 'string' } }, additionalProperties: false },
    { properties: { [name]: {} }, additionalProperties: false, required: [name], allOf: [{ properties: { [name]: { maxLength: 1, type: 'string' } } }] },
    { additionalProperties: { type: 'string' } },
    { dependentSchemas: { [name]: { properties: { [name]: { minLength: 1 } }, required: [name] } }, properties: { [name]: { type: 'string' } } },
    { allOf: [{ properties: { [name]: { $ref: 'text' } } }, { dependentRequired: { [name]: [name] } }] },
  ])
    expect([schema, ...[text, number].map((value) => confirmedByAjv(side(schema, { text: { type: 'string' } }), value))]).toEqual([schema, true, false]);
  expect(confirmedByAjv(side({ dependentRequired: { [name]: ['b'] } }), text)).toBe(false);
  expect(contains(side({ properties: { [name]: { type: 'number' } }, required: [name] }), side({ properties: { [name]: { type: 'integer' } } }))).toMatchObject(
    {
      kind: 'witness',
    },
  );
  expect(contains(side({ type: 'object' }), side({ required: [name] }))).toEqual({ kind: 'witness', value: {} });
  expect(contains(side({ type: 'object', required: [name] }), side({ minProperties: 1 }), { contentModel: 'open' })).toEqual({ kind: 'contained' });
  const value = embed(side({ type: 'object' }), { property: name }, 7)?.value;
  expect(Object.getOwnPropertyDescriptor(value, name)?.value).toBe(7);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

test('a listed value with `__proto__` is listed', () => {
  const [one, other] = ['{"__proto__":1}', '{"__proto__":2}'].map((text) => JSON.parse(text));
  for (const schema of [{ const: one }, { enum: [one] }]) expect([one, other].map((value) => confirmedByAjv(side(schema), value))).toEqual([true, false]);
  // What looks at the letters of a name has no opinion on this one, however often it is asked.
  for (const keyword of [{ propertyNames: { maxLength: 9 } }, { patternProperties: { '^_': { type: 'string' } } }]) {
    const names = side(keyword);
    const answers = new Set(Array.from({ length: 30 }, () => [confirmedByAjv(names, one), confirmedByAjv(names, { a: 1 })].join()));
    expect([...answers]).toEqual(['unknown,true']);
  }
});

test('patterns that run away elsewhere', () => {
  const text = `${'a'.repeat(5_000)}!`;
  for (const pattern of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^(?=a)(a+)+$', '^(a*)*b$']) {
    expect(validates(side({ pattern }), text)).toBe(false);
    expect(confirmedByAjv(side({ pattern }), text)).toBe(false);
  }
  expect(validates(side({ pattern: '(a+)+\\1$' }), text)).toBe('unknown');
  expect(confirmedByAjv(side({ pattern: '(a+)+\\1$' }), text)).toBe('unknown');
  expect(contains(side({ type: 'string', pattern: '^((a{1,200}){1,200}){1,200}$' }), side({ pattern: '^a' })).kind).toBe('unknown');
});

test('sizes that nobody can write down', () => {
  expect(contains(side({ type: 'string', minLength: 1e9 }), side({ maxLength: 5 })).kind).toBe('unknown');
  expect(contains(side({ type: 'array', minItems: 1e9 }), side({ maxItems: 5 })).kind).toBe('unknown');
  expect(contains(side({ type: 'object', minProperties: 1e9 }), side({ maxProperties: 5 }), { contentModel: 'open' }).kind).toBe('unknown');
  expect(contains(side({ type: 'number', multipleOf: 1e-300, minimum: 1e300 }), side({ multipleOf: 1e-300 }))).toEqual({ kind: 'contained' });
  const many = Array.from({ length: 3_000 }, (_, i) => `v${i}`);
  expect(contains(side({ enum: many }), side({ enum: many.slice(1) }))).toEqual({ kind: 'witness', value: 'v0' });
});

test('what is no schema', () => {
  const junk: JsonSchema = { type: 5, properties: 7, anyOf: 'x', required: true, enum: {}, items: [1] };
  for (const [sub, sup] of [
    [junk, {}],
    [junk, { type: 'string' }],
    [true, junk],
  ] as const)
    expect(['contained', 'unknown']).toContain(contains(side(sub), side(sup)).kind);
  const cyclic: Record<string, unknown> = { type: 'object' };
  cyclic.properties = { a: cyclic, b: cyclic };
  expect(contains(side(cyclic), side({ properties: { a: { type: 'object' } } }))).toEqual({ kind: 'contained' });
});

test('a choice of 2^20 ways ends', () => {
  const ways = Array.from({ length: 20 }, (_, i) => ({ oneOf: [{ required: [`p${i}`] }, { required: [`q${i}`] }] }));
  const answer = contains(side({ type: 'object', allOf: ways }), side({ maxProperties: 20, minProperties: 20 }), { contentModel: 'open', budget: 2_000 });
  expect(['witness', 'unknown']).toContain(answer.kind);
});
