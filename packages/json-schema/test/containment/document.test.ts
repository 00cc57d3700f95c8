import { describe, expect, test } from 'vitest';
import { containsSchema, JSON_SCHEMA_04, JSON_SCHEMA_07, JSON_SCHEMA_2019_09 } from '../../src/index.ts';

/** Questions about whole documents, in the spelling of their draft. */
describe('what a draft calls an identifier', () => {
  test('`id` in draft 4, and not where it is a property or data', () => {
    const schema = {
      id: 'http://example.com/a/root.json',
      definitions: { text: { id: '../b/text.json', type: 'string' }, data: { enum: [{ id: '../b/text.json' }] } },
      properties: { id: { $ref: 'http://example.com/b/text.json' }, other: { $ref: '../b/text.json' } },
    };
    const plain = { properties: { id: { type: 'string' }, other: { type: 'string' } } };
    expect(containsSchema(schema, plain, { dialect: JSON_SCHEMA_04 })).toEqual({ kind: 'contained' });
    expect(containsSchema(plain, schema, { dialect: JSON_SCHEMA_04 })).toEqual({ kind: 'contained' });
    expect(containsSchema(schema, plain, { dialect: JSON_SCHEMA_07 }).kind).toBe('unknown');
  });

  test('`$id` beside a `$ref` does not count up to draft 7', () => {
    const schema = {
      $id: 'http://example.com/a/',
      definitions: { near: { $id: 'item.json', type: 'string' }, far: { $id: 'http://example.com/b/item.json', type: 'number' } },
      allOf: [{ $id: 'http://example.com/b/', $ref: 'item.json' }],
    };
    expect(containsSchema({ type: 'string' }, schema, { dialect: JSON_SCHEMA_07 })).toEqual({ kind: 'contained' });
    expect(containsSchema({ type: 'number' }, schema)).toEqual({ kind: 'contained' });
  });

  test('nothing is identified in a keyword that is not known', () => {
    const schema = { 'x-kept': { $id: 'http://example.com/item', type: 'number' }, $defs: { item: { $id: 'http://example.com/item', type: 'string' } } };
    expect(containsSchema({ type: 'string' }, { ...schema, $ref: 'http://example.com/item' })).toEqual({ kind: 'contained' });
  });
});

describe('metaschemas', () => {
  test.each([
    ['draft 4', 'http://json-schema.org/draft-04/schema#', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: true }],
    ['draft 6', 'http://json-schema.org/draft-06/schema#', { exclusiveMinimum: 1 }, { exclusiveMinimum: true }],
    ['draft 7', 'http://json-schema.org/draft-07/schema#', { if: { type: 'string' } }, { if: 1 }],
    ['2019-09', 'https://json-schema.org/draft/2019-09/schema', { items: [{ minimum: 1 }] }, { items: [{ minimum: '1' }] }],
    ['2020-12', 'https://json-schema.org/draft/2020-12/schema', { $defs: { a: { minLength: 1 } } }, { $defs: { a: { minLength: -1 } } }],
  ])('of %s', (_, $schema, right, wrong) => {
    const schema = { $schema, allOf: [{ $ref: $schema }] };
    const options = { $schema, enum: [right] };
    expect(containsSchema(options, schema)).toEqual({ kind: 'contained' });
    expect(containsSchema({ $schema, enum: [wrong] }, schema)).toEqual({ kind: 'witness', value: wrong });
    expect(containsSchema(schema, schema)).toEqual({ kind: 'contained' });
  });
});

describe('dynamic references', () => {
  const tree = {
    $id: 'http://example.com/tree',
    $dynamicAnchor: 'node',
    type: 'object',
    properties: { children: { type: 'array', items: { $dynamicRef: '#node' } } },
  };
  const strict = { $id: 'http://example.com/strict', $dynamicAnchor: 'node', $ref: 'tree', required: ['name'], $defs: { tree } };

  test('the outermost resource that bears the name counts', () => {
    expect(containsSchema({ const: { name: '', children: [{ name: '' }] } }, strict)).toEqual({ kind: 'contained' });
    expect(containsSchema({ const: { name: '', children: [{}] } }, strict).kind).toBe('witness');
    expect(containsSchema({ const: { children: [{}] } }, tree)).toEqual({ kind: 'contained' });
    expect(containsSchema(strict, tree, { budget: 5_000 })).toEqual({ kind: 'contained' });
  });

  test('one schema is another one by another way', () => {
    const both = { $id: 'http://example.com/both', anyOf: [{ $ref: 'strict' }, { $ref: 'tree' }], $defs: { strict } };
    expect(containsSchema({ const: { children: [{}] } }, both)).toEqual({ kind: 'contained' });
    expect(containsSchema({ const: { name: '', children: [{}, 1] } }, both).kind).toBe('witness');
  });

  test('`$recursiveRef` of 2019-09', () => {
    const old = { $id: 'http://example.com/old', $recursiveAnchor: true, properties: { next: { $recursiveRef: '#' } } };
    const extended = { $id: 'http://example.com/new', $recursiveAnchor: true, $ref: 'old', required: ['name'], $defs: { old } };
    const answer = (value: unknown, schema: object) => containsSchema({ const: value }, schema, { dialect: JSON_SCHEMA_2019_09 }).kind;
    expect(answer({ name: '', next: {} }, extended)).toBe('witness');
    expect(answer({ name: '', next: { name: '' } }, extended)).toBe('contained');
    expect(answer({ next: {} }, old)).toBe('contained');
    // With the anchor at one place only, the reference is a plain one.
    expect(answer({ name: '', next: {} }, { ...extended, $recursiveAnchor: false })).toBe('contained');
    expect(answer({ next: {} }, { properties: { next: { $recursiveRef: '#/properties' } } })).toBe('unknown');
  });

  test('more scopes than anybody follows end as unknown or in an answer', () => {
    const names = Array.from({ length: 14 }, (_, i) => `n${i}`);
    const scope = (side: string, i: number) => ({
      $id: `${side}${i}`,
      $defs: { x: { $dynamicAnchor: `n${i}`, type: side === 'a' ? 'string' : 'number' } },
      $ref: `level${i + 1}`,
    });
    const levels = names.map((_, i) => ({ $id: `level${i}`, anyOf: [scope('a', i), scope('b', i)] }));
    const end = { $id: `level${names.length}`, $defs: { x: { $dynamicAnchor: 'n0' } }, $dynamicRef: '#n0' };
    const schema = { $id: 'http://example.com/', $ref: 'level0', $defs: Object.fromEntries([...levels, end].map((level, i) => [i, level])) };
    expect(['contained', 'unknown']).toContain(containsSchema({ type: 'string' }, schema, { budget: 2_000 }).kind);
  });
});

test('what `contains` found is evaluated since 2020-12', () => {
  const schema = { contains: { type: 'string' }, unevaluatedItems: { type: 'number' } };
  expect(containsSchema({ const: ['a', 1] }, schema)).toEqual({ kind: 'contained' });
  expect(containsSchema({ const: ['a', 1] }, schema, { dialect: JSON_SCHEMA_2019_09 })).toEqual({ kind: 'witness', value: ['a', 1] });
  expect(containsSchema({ const: [1] }, schema, { dialect: JSON_SCHEMA_2019_09 })).toEqual({ kind: 'witness', value: [1] });
});

test('`format` says nothing unless it is asserted', () => {
  const [date, uuid] = [
    { type: 'string', format: 'date' },
    { type: 'string', format: 'uuid' },
  ];
  expect(containsSchema(date, uuid)).toEqual({ kind: 'contained' });
  expect(containsSchema(date, uuid, { formats: 'assertion' })).toEqual({ kind: 'witness', value: '0000-01-01' });
});
