import { describe, expect, test } from 'vitest';
import { type Containment, contains, createContainment, type JsonSchema } from '../../src/containment/index.ts';
import { side } from './side-of.ts';

type Row = readonly [sub: JsonSchema, sup: JsonSchema, expected: 'contained' | { readonly witness: unknown } | 'unknown'];

function summary(answer: Containment): Row[2] {
  return answer.kind === 'witness' ? { witness: answer.value } : answer.kind;
}

function check(rows: readonly Row[], contentModel: 'open' | 'declared'): void {
  test.each(rows)('%j ⊆ %j', (sub, sup, expected) => {
    expect(summary(contains(side(sub), side(sup), { contentModel }))).toEqual(expected);
  });
}

describe('values without parts', () => {
  check(
    [
      [{ type: 'integer' }, { type: 'number' }, 'contained'],
      [{ type: 'number' }, { type: 'integer' }, { witness: 0.5 }],
      [{ type: 'string' }, { type: ['string', 'null'] }, 'contained'],
      [{ type: ['string', 'null'] }, { type: 'string' }, { witness: null }],
      [{ enum: ['a'] }, { const: 'a' }, 'contained'],
      [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }, { witness: 'a' }],
      [{ enum: [] }, false, 'contained'],
      [{ enum: ['a'] }, { enum: [] }, { witness: 'a' }],
      [{ type: 'boolean' }, { enum: [true, false] }, 'contained'],
      [{ type: 'integer', minimum: 1, maximum: 3 }, { enum: [1, 2, 3] }, 'contained'],
      [{ type: 'number', exclusiveMinimum: 1, maximum: 1 }, false, 'contained'],
      [{ type: 'number', multipleOf: 0.02 }, { multipleOf: 0.01 }, 'contained'],
      [{ type: 'number', multipleOf: 0.01 }, { multipleOf: 0.02 }, { witness: 0.01 }],
      [{ type: 'integer', multipleOf: 6 }, { allOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, 'contained'],
      [{ type: 'integer', minimum: 2 ** 53 + 2 }, { exclusiveMinimum: 2 ** 53 }, 'contained'],
      [{ type: 'string', minLength: 3 }, { minLength: 2 }, 'contained'],
      [{ type: 'string', maxLength: 3 }, { maxLength: 2 }, { witness: 'aaa' }],
      [{ type: 'string', pattern: '^a{2,3}$' }, { pattern: '^a+$', minLength: 2, maxLength: 3 }, 'contained'],
      [{ type: 'string', pattern: '^[a-z]+$' }, { pattern: '^[a-y]+$' }, { witness: 'z' }],
      [{ type: 'string', pattern: '^(?!x)[a-z]$' }, { not: { const: 'x' } }, 'contained'],
      [{ type: 'string', pattern: '(a)\\1' }, { pattern: 'a' }, 'unknown'],
      [{ type: 'string', pattern: '(a)\\1' }, { pattern: '(a)\\1' }, 'contained'],
    ],
    'open',
  );
});

describe('formats, where they are asserted', () => {
  check(
    [
      [{ type: 'string', format: 'date' }, { format: 'date' }, 'contained'],
      [{ type: 'string', format: 'made-up' }, { format: 'also-made-up' }, 'contained'],
      [{ type: 'string' }, { format: 'date' }, { witness: '' }],
      [{ type: 'string', format: 'date' }, { minLength: 10, maxLength: 10 }, 'contained'],
      [{ type: 'string', format: 'date' }, { format: 'uuid' }, { witness: '0000-01-01' }],
      [{ type: 'string', format: 'date', pattern: '-02-29$' }, { pattern: '^...[02468]' }, 'contained'],
      [{ type: 'string', format: 'date', pattern: '-02-3' }, false, 'contained'],
      [{ enum: ['2024-02-29', '2023-02-28'] }, { format: 'date' }, 'contained'],
      [{ enum: ['2024-02-29', '2023-02-29'] }, { format: 'date' }, { witness: '2023-02-29' }],
      [{ type: 'string', format: 'uri' }, { format: 'uri-reference' }, 'contained'],
      [{ type: 'string', format: 'uri-reference' }, { format: 'uri' }, { witness: '' }],
      [{ type: 'string', format: 'ipv4' }, { maxLength: 15 }, 'contained'],
      [{ type: 'string', format: 'ipv4' }, { format: 'hostname' }, 'contained'],
      [{ type: 'string', format: 'hostname' }, { format: 'ipv4' }, { witness: 'a' }],
      [{ type: 'string', format: 'date-time' }, { format: 'date-time' }, 'contained'],
      [{ type: 'string', format: 'date-time' }, { not: { format: 'date' } }, 'contained'],
      [{ type: 'string', pattern: '^20[0-9]{2}-01-01T12:00:00Z$' }, { format: 'date-time' }, 'contained'],
      [{ type: 'string', format: 'time', pattern: ':60' }, { pattern: '^23' }, { witness: '00:00:60+00:01' }],
      [{ type: 'string', format: 'regex' }, { format: 'regex' }, 'contained'],
      [{ type: 'string' }, { format: 'regex' }, { witness: '(' }],
      [{ enum: ['(a|b)*', '^$'] }, { format: 'regex' }, 'contained'],
      [{ type: 'number', format: 'int32' }, { format: 'int64' }, 'contained'],
      [{ type: 'number', format: 'int32' }, { type: 'integer', maximum: 2 ** 31 - 1 }, 'contained'],
      [{ type: 'integer', format: 'int64' }, { format: 'int32' }, { witness: -2147483649 }],
      [{ type: 'number', format: 'float' }, { format: 'double' }, 'contained'],
      [{ type: 'integer' }, { format: 'int32', type: ['integer', 'string'] }, { witness: -2147483649 }],
      [{ type: ['integer', 'string'], minimum: 0, maximum: 1 }, { format: 'int32' }, 'contained'],
    ],
    'open',
  );
});

describe('arrays', () => {
  check(
    [
      [{ type: 'array', items: { type: 'integer' } }, { items: { type: 'number' } }, 'contained'],
      [{ type: 'array', items: { type: 'number' } }, { items: { type: 'integer' } }, { witness: [0.5] }],
      [{ type: 'array', prefixItems: [{ type: 'string' }], items: false }, { maxItems: 1 }, 'contained'],
      [{ type: 'array', items: { type: 'boolean' }, uniqueItems: true }, { maxItems: 2 }, 'contained'],
      [{ type: 'array', minItems: 2 }, { uniqueItems: true }, { witness: ['', ''] }],
      [{ type: 'array', contains: { const: 1 }, minContains: 2 }, { minItems: 2 }, 'contained'],
      [{ type: 'array', items: { const: 1 }, minItems: 1 }, { contains: { type: 'integer' } }, 'contained'],
      [{ type: 'array', contains: { const: 1 } }, { maxItems: 3 }, { witness: [1, '', '', ''] }],
      [{ type: 'array', prefixItems: [true], unevaluatedItems: false }, { maxItems: 1 }, 'contained'],
    ],
    'open',
  );
});

describe('objects as they are written', () => {
  check(
    [
      [{ type: 'object' }, { properties: { a: { type: 'string' } } }, { witness: { a: 0 } }],
      [{ properties: { a: {} }, additionalProperties: false, type: 'object' }, { maxProperties: 1 }, 'contained'],
      [{ type: 'object', required: ['a'] }, { minProperties: 1 }, 'contained'],
      [{ type: 'object', patternProperties: { '^a': { type: 'integer' } } }, { properties: { ab: { type: 'number' } } }, 'contained'],
      [{ type: 'object', additionalProperties: { type: 'string' } }, { propertyNames: { maxLength: 3 } }, { witness: { other: '' } }],
      [{ type: 'object', propertyNames: { enum: ['a', 'b'] } }, { maxProperties: 2 }, 'contained'],
      [{ type: 'object', required: ['a'], dependentRequired: { a: ['b'] } }, { required: ['b'] }, 'contained'],
      [{ type: 'object' }, { required: ['toString'] }, { witness: {} }],
      [{ allOf: [{ properties: { a: {} } }], unevaluatedProperties: false, type: 'object' }, { propertyNames: { const: 'a' } }, 'contained'],
      [{ type: 'object', properties: { a: {}, b: {} } }, { properties: { a: {} }, unevaluatedProperties: false }, { witness: { b: '' } }],
    ],
    'open',
  );
});

describe('logic', () => {
  const cat = { type: 'object', required: ['kind'], properties: { kind: { const: 'cat' }, lives: { type: 'integer' } } };
  const dog = { type: 'object', required: ['kind'], properties: { kind: { const: 'dog' } } };
  check(
    [
      [{ oneOf: [cat, dog] }, { anyOf: [dog, cat] }, 'contained'],
      [{ anyOf: [cat, dog] }, { oneOf: [dog, cat] }, 'contained'],
      [{ anyOf: [cat, dog] }, { oneOf: [cat] }, { witness: { kind: 'dog' } }],
      [{ type: ['string', 'number'] }, { anyOf: [{ type: 'string' }, { type: 'number' }] }, 'contained'],
      [{ type: 'integer' }, { oneOf: [{ type: 'number' }, { type: 'integer' }] }, { witness: 0 }],
      [{ type: 'string' }, { not: { type: 'number' } }, 'contained'],
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      [{ if: { type: 'string' }, then: { minLength: 1 }, else: false }, { type: 'string', minLength: 1 }, 'contained'],
      [{ $dynamicRef: '#x' }, true, 'contained'],
      [true, { $dynamicRef: '#x' }, 'unknown'],
      [{ type: 'string' }, { minimum: 'much' }, 'contained'],
      [{ type: 'number' }, { minimum: 'much' }, 'unknown'],
    ],
    'open',
  );
});

describe('a sender of declared properties', () => {
  const closed = { type: 'object', additionalProperties: false };
  check(
    [
      // The value could only be of another type if the sender sent a property that it does not declare.
      [{ type: 'object', properties: { a: {} } }, { properties: { a: {}, b: { type: 'string' } } }, 'contained'],
      [{ type: 'object', properties: { a: {} }, additionalProperties: true }, { properties: { b: { type: 'string' } } }, { witness: { b: 0 } }],
      [{ type: 'object', properties: { a: { type: 'number' } } }, { properties: { a: { type: 'string' } } }, { witness: { a: 0 } }],
      [{ type: 'object', properties: { a: {}, b: {} } }, { ...closed, properties: { a: {} } }, { witness: { b: '' } }],
      [{ type: 'object', properties: { a: {} } }, { ...closed, properties: { a: {} } }, 'contained'],
      // What names no property at all is a map of anything.
      [{ type: 'object' }, closed, { witness: { other: '' } }],
      [{ type: 'array', items: { type: 'object' } }, { items: closed }, { witness: [{ other: '' }] }],
      [{ type: 'object', additionalProperties: { type: 'string' } }, closed, { witness: { other: '' } }],
      [{ allOf: [{ properties: { a: {} } }, { properties: { b: {} } }], type: 'object' }, { ...closed, properties: { a: {} } }, { witness: { b: '' } }],
      [{ allOf: [{ properties: { a: {} } }, { properties: { b: {} } }], type: 'object' }, { ...closed, properties: { a: {}, b: {} } }, 'contained'],
      [
        { type: 'object', properties: { a: {} }, oneOf: [{ required: ['b'], properties: { b: {} } }] },
        { ...closed, properties: { a: {}, b: {} } },
        'contained',
      ],
      [{ type: 'object', properties: { o: { type: 'object', properties: { a: {} } } } }, { properties: { o: { properties: { b: false } } } }, 'contained'],
      [{ const: { a: 1 } }, closed, { witness: { a: 1 } }],
      [{ type: 'array', items: { type: 'object', properties: { a: {} } } }, { items: { properties: { b: { type: 'string' } } } }, 'contained'],
      [{ type: 'object', patternProperties: { '^x-': {} } }, { ...closed, properties: { a: {} } }, { witness: { 'x-': '' } }],
      [{ type: 'object', required: ['a'] }, false, { witness: { a: '' } }],
      [{ type: 'object', properties: { b: {} }, required: ['a'] }, false, { witness: { a: '' } }],
      [{ type: 'object', properties: { b: {} }, dependentRequired: { b: ['a'] } }, { not: { required: ['b'] } }, { witness: { a: '', b: '' } }],
    ],
    'declared',
  );
});

describe('recursion', () => {
  const list = (value: JsonSchema) => ({ list: { type: 'object', required: ['value'], properties: { value, next: { $ref: 'list' } } } });

  test('a recursive schema is compared without end', () => {
    expect(contains(side({ $ref: 'list' }, list({ type: 'integer' })), side({ $ref: 'list' }, list({ type: 'number' })))).toEqual({ kind: 'contained' });
  });

  test('a difference inside is found', () => {
    const answer = contains(side({ $ref: 'list' }, list({ type: 'number' })), side({ $ref: 'list' }, list({ type: 'integer' })));
    expect(answer).toEqual({ kind: 'witness', value: { value: 0.5 } });
  });

  test('recursion that is unrolled once is the same', () => {
    const unrolled = { type: 'object', required: ['value'], properties: { value: { type: 'integer' }, next: { $ref: 'list' } } };
    expect(contains(side(unrolled, list({ type: 'integer' })), side({ $ref: 'list' }, list({ type: 'integer' })))).toEqual({ kind: 'contained' });
  });

  test('a schema without any finite value is contained in everything', () => {
    const endless = { endless: { type: 'object', required: ['next'], properties: { next: { $ref: 'endless' } } } };
    expect(contains(side({ $ref: 'endless' }, endless), side(false))).toEqual({ kind: 'contained' });
  });

  test('what was concluded on the way to a witness does not outlive it', () => {
    const targets = {
      a: { anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: 'b' }, minItems: 1 }] },
      b: { type: 'array', items: { $ref: 'a' }, minItems: 1 },
    };
    const { schema, set } = side({ $ref: 'a' }, targets);
    const session = createContainment(set, set);
    expect(session.contains(schema, { type: 'string' })).toEqual({ kind: 'witness', value: [['']] });
    expect(session.contains({ $ref: 'b' }, false)).toEqual({ kind: 'witness', value: [''] });
    expect(session.contains(schema, { type: ['string', 'array'] })).toEqual({ kind: 'contained' });
  });
});

test('an unknown answer names the keyword', () => {
  const answer = contains(side({ type: 'string' }), side({ $ref: 'nowhere' }));
  expect(answer).toEqual({ kind: 'unknown', reason: '`$ref` to `nowhere` leads nowhere' });
});
