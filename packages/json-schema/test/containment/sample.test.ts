import { expect, test } from 'vitest';
import { embed, type JsonSchema, type Step, sample, shrink } from '../../src/containment/index.ts';
import { side } from './side-of.ts';

test.each<readonly [JsonSchema, unknown]>([
  [true, ''],
  [{ type: 'integer', minimum: 3 }, 3],
  [{ type: 'string', pattern: '^[A-Z]{2}-[0-9]+$' }, 'AA-0'],
  [{ type: 'object', required: ['a'], properties: { a: { type: 'boolean' }, b: {} } }, { a: false }],
  [{ type: 'string', examples: [7, 'Rex'] }, 'Rex'],
  [{ type: 'object', required: ['name'], properties: { name: { type: 'string', minLength: 2, default: 'x', example: 'Rex' } } }, { name: 'Rex' }],
  [{ enum: ['b', 'a'] }, 'b'],
  [
    {
      oneOf: [
        { type: 'string', maxLength: 1 },
        { type: 'string', minLength: 1 },
      ],
    },
    '',
  ],
])('a value of %j', (schema, expected) => {
  expect(sample(side(schema))).toEqual({ value: expected });
});

test('a schema without values has no sample', () => {
  expect(sample(side({ type: 'integer', minimum: 3, maximum: 2 }))).toBeUndefined();
  expect(sample(side({ $ref: 'endless' }, { endless: { type: 'object', required: ['next'], properties: { next: { $ref: 'endless' } } } }))).toBeUndefined();
});

test('a recursive schema has the smallest sample', () => {
  const list = { list: { type: 'object', required: ['next'], properties: { next: { anyOf: [{ $ref: 'list' }, { type: 'null' }] } } } };
  expect(sample(side({ $ref: 'list' }, list))).toEqual({ value: { next: null } });
});

test.each<readonly [JsonSchema, Step, unknown, unknown]>([
  [{ type: 'object', required: ['a', 'b'], properties: { a: { type: 'integer' }, b: {} } }, { property: 'b' }, 7, { a: 0, b: 7 }],
  [{ type: 'array', minItems: 2, items: { type: 'integer' } }, { items: true }, 7, [7, 0]],
  [{ type: 'array', prefixItems: [{ type: 'string' }, {}] }, { prefixItem: 1 }, 7, ['', 7]],
  [
    { type: 'object', properties: { a: {} }, patternProperties: { '^x': {} }, additionalProperties: { type: 'integer' } },
    { additional: true },
    7,
    { other: 7 },
  ],
  [
    { required: ['id'], properties: { id: { const: 1 } }, anyOf: [{ properties: { k: {} } }] },
    { branch: { properties: { k: {} } } },
    { k: 2 },
    { id: 1, k: 2 },
  ],
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, { branch: { type: 'integer' } }, 7, 7],
  [
    {
      type: 'object',
      required: ['kind'],
      oneOf: [{ properties: { kind: { const: 'a' }, v: { type: 'string' } } }, { properties: { kind: { const: 'b' }, v: { type: 'integer' } } }],
    },
    { property: 'v' },
    7,
    { kind: 'b', v: 7 },
  ],
])('%j carries a value at %j', (schema, step, value, expected) => {
  expect(embed(side(schema), step, value)).toEqual({ value: expected });
});

test('what the parent does not admit is not carried', () => {
  expect(embed(side({ type: 'object', properties: { a: { type: 'string' } } }), { property: 'a' }, 7)).toBeUndefined();
  expect(embed(side({ type: 'array', items: { type: 'string' } }), { items: true }, 7)).toBeUndefined();
});

test('shrinking removes what is not needed', () => {
  const needsB = (value: unknown) => JSON.stringify(value).includes('"b":1');
  expect(shrink({ a: 1, list: [1, 2, { b: 1, c: 'x' }], z: 'long' }, needsB)).toEqual({ list: [{ b: 1 }] });
  expect(shrink('aaaaaaaa', (value) => typeof value === 'string' && value.length >= 3)).toBe('aaa');
  expect(shrink({ a: 1 }, () => false)).toEqual({ a: 1 });
});
