import { type Contract, readText } from '@breakwater/core';
import { expect, test } from 'vitest';
import type { Check } from '../src/function/check.ts';
import { FUNCTIONS } from '../src/function/functions.ts';
import { thingOf } from '../src/path/thing.ts';
import { Undecided } from '../src/run/undecided.ts';
import { WRITTEN } from '../src/run/view.ts';

function rootOf(text: string) {
  const { root } = readText({ uri: 'a.yaml', text });
  if (!root) throw new Error(text);
  return root;
}

/** What a function says of a value, both as YAML. */
function told(name: string, options: string, value: string | undefined): ReturnType<Check> {
  const check = FUNCTIONS.get(name)?.make(options === '' ? undefined : rootOf(options));
  if (!check) throw new Error(name);
  const root = rootOf('openapi: 3.0.0');
  const contract = { snapshot: { entry: 'a.yaml', files: new Map(), absent: new Map() } } as unknown as Contract; // No function below looks at it.
  return check(value === undefined ? undefined : thingOf(rootOf(value)), { contract, root, seen: WRITTEN, formats: new Set(['oas3', 'oas3.0']) });
}

/** Each row has what is right and what is wrong: a silent case proves nothing by itself. */
test.each([
  ['truthy', '', ['a', '1', '{}', '[]'], ['""', '0', 'null', 'false', undefined]],
  ['falsy', '', ['""', '0', 'null', undefined], ['a', '{}']],
  ['defined', '', ['null', 'a'], [undefined]],
  ['undefined', '', [undefined], ['null', 'a']],
  ['pattern', '{ match: ^a+$ }', ['aa', '1', '{}'], ['ab', '""']],
  ['pattern', '{ notMatch: /B/i }', ['a'], ['ab', 'aB']],
  ['pattern', '{ match: "/^(x-|content-type)$/i" }', ['Content-Type', 'x-'], ['contentXtype']],
  ['casing', '{ type: camel }', ['fooBar', 'foo', 'fooBar1', '""'], ['FooBar', 'foo_bar']],
  ['casing', '{ type: camel, disallowDigits: true }', ['fooBar'], ['fooBar1']],
  ['casing', '{ type: pascal }', ['FooBar', 'F'], ['fooBar']],
  ['casing', '{ type: kebab }', ['foo-bar'], ['foo--bar', 'Foo', 'foo-']],
  ['casing', '{ type: snake }', ['foo_bar'], ['fooBar']],
  ['casing', '{ type: macro }', ['FOO_BAR'], ['foo_bar']],
  ['casing', '{ type: cobol }', ['FOO-BAR'], ['FOO_BAR']],
  ['casing', '{ type: flat }', ['foobar'], ['fooBar']],
  ['casing', '{ type: pascal, separator: { char: "-" } }', ['X-Rate-Limit'], ['-X', 'X--Y']],
  ['casing', '{ type: camel, separator: { char: /, allowLeading: true } }', ['/path/toThere', '/'], ['/Path']],
  ['enumeration', '{ values: [a, 1, null] }', ['a', '1', 'null', '{}'], ['b', '2']],
  ['length', '{ min: 2, max: 3 }', ['ab', '[1, 2]', '{ a: 1, b: 2 }', '3'], ['a', 'abcd', '[]', '4']],
  ['alphabetical', '', ['[a, b]', '[1, 2, 10]', '{ a: 1, b: 1 }', '[a]'], ['[b, a]', '[10, 2]', '{ b: 1, a: 1 }']],
  ['alphabetical', '{ keyedBy: n }', ['[{ n: a }, { n: b }]'], ['[{ n: b }, { n: a }]', '[a, b]']],
  ['or', '{ properties: [a, b] }', ['{ a: 1 }', '{ a: 1, b: 1 }', 'x'], ['{ c: 1 }']],
  ['xor', '{ properties: [a, b] }', ['{ a: 1 }', 'x'], ['{ c: 1 }', '{ a: 1, b: 1 }']],
  [
    'typedEnum',
    '',
    ['{ type: integer, enum: [1] }', '{ type: string, nullable: true, enum: [a, null] }', '{ enum: [1] }'],
    ['{ type: integer, enum: [1.5] }', '{ type: string, enum: [a, null] }'],
  ],
  ['schema', '{ schema: { type: object, required: [a], properties: { a: { type: string } } } }', ['{ a: x }'], ['{}', '{ a: 1 }', '[]', undefined]],
  ['schema', '{ schema: { oneOf: [{ required: [a] }, { required: [b] }] } }', ['{ a: 1 }'], ['{}', '{ a: 1, b: 1 }']],
  ['schema', '{ schema: { exclusiveMinimum: true, minimum: 1 }, dialect: draft4 }', ['2'], ['1']],
  ['schema', '{ schema: { prefixItems: [{ type: string }] }, dialect: draft2020-12 }', ['[a]'], ['[1]']],
] as const)('%s %s', (name, options, right, wrong) => {
  for (const value of right) expect([value, told(name, options, value)]).toEqual([value, []]);
  for (const value of wrong) expect([value, told(name, options, value).length > 0]).toEqual([value, true]);
});

test('a schema says where, and on request everything', () => {
  const schema = '{ additionalProperties: false, properties: { a: { items: { type: string } }, b: { minimum: 1 } } }';
  expect(told('schema', `{ schema: ${schema} }`, '{ a: [x, 1], b: 0, c: 1 }')).toEqual([{ message: 'must be of the type string', path: ['a', 1] }]);
  expect(told('schema', `{ schema: ${schema}, allErrors: true }`, '{ a: [x, 1], b: 0, c: 1 }').map(({ path }) => path)).toEqual([['a', 1], ['b'], []]);
});

test('what cannot be told in bounded time is not told', () => {
  const hostile = '{ match: "^(?=(a+)+$)(a|aa)+\\\\1$" }';
  expect(() => told('pattern', hostile, 'a'.repeat(5000))).toThrow(Undecided);
  expect(told('pattern', '{ match: "^(a+)+$" }', `${'a'.repeat(50_000)}b`)).toHaveLength(1);
});
