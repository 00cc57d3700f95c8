import type { Fields, Grammar, ObjectGrammar } from '../../packages/openapi/src/grammar/grammar.ts';
import type { Names, Syntax, Value } from '../../packages/openapi/src/grammar/value.ts';
import type { Random } from '../rewrite/random.ts';

type Data = Record<string, unknown>;

/** A description that the grammar allows: objects with what they have to have and some of what they may have. No references. */
export function randomDescription(random: Random, grammar: Grammar, version: string): Data {
  const root = randomObject(random, grammar, 'root', 0);
  return { ...root, [version === '2.0' ? 'swagger' : 'openapi']: version === '2.0' ? version : `${version}.0` };
}

function randomObject(random: Random, grammar: Grammar, name: string, depth: number): Data {
  const object = grammar.get(name);
  if (!object) throw new Error(`The grammar has no ${name}.`);
  const data: Data = {};
  const chosen = chooseVariants(random, grammar, object, data, depth);
  const wanted = new Set((object.some ?? []).flatMap((fields) => random.pick(fields) ?? []));
  for (const fields of [...chosen, object.fields])
    for (const [field, { value, required }] of fields) {
      if (field in data || value.is === 'never' || value.is === 'pointer' || chosen.some((variant) => variant.get(field)?.value.is === 'never')) continue;
      if (required === true || wanted.has(field) || random.chance(3 + depth)) data[field] = randomValue(random, grammar, value, depth + 1);
    }
  for (const [first = '', ...others] of object.apart ?? []) if (first in data) for (const other of others) if (!wanted.has(other)) delete data[other];
  for (const [first = '', ...others] of object.apart ?? []) if (others.some((other) => other in data)) delete data[first];
  for (const fields of [...chosen, object.fields])
    for (const [field, { value, required }] of fields)
      if (typeof required === 'string' && required in data && !(field in data)) data[field] = randomValue(random, grammar, value, depth);
  if (object.rest && (object.filled || random.chance(2)) && !object.fields.has('x'))
    data[random.pick(NAMED[object.rest.names]) ?? ''] = randomValue(random, grammar, object.rest.value, depth + 1);
  if (!object.closed && random.chance(6)) data['x-more'] = 1;
  return data;
}

/** Decides which variant it is, and gives the fields that this brings along. */
function chooseVariants(random: Random, grammar: Grammar, object: ObjectGrammar, data: Data, depth: number): readonly Fields[] {
  const chosen: Fields[] = [];
  for (const { by } of [...object.variants].reverse()) {
    const field = [...chosen, object.fields].find((fields) => fields.has(by))?.get(by);
    if (field && !(by in data) && (field.required || random.chance(2))) data[by] = randomValue(random, grammar, field.value, depth);
    const own = object.variants.filter((variant) => variant.by === by).flatMap(({ of }) => of.get(String(data[by])) ?? []);
    chosen.unshift(...own.filter((fields) => !chosen.includes(fields)));
  }
  return chosen;
}

function randomValue(random: Random, grammar: Grammar, value: Value, depth: number): unknown {
  switch (value.is) {
    case 'object':
      return depth > 7 && value.name === 'schema' ? {} : randomObject(random, grammar, value.name, depth);
    case 'list': {
      const items = Array.from({ length: value.filled ? 1 : random.int(2) }, () => randomValue(random, grammar, value.of, depth));
      return items;
    }
    case 'map':
      return value.single || random.chance(2) ? { [random.pick(NAMED[value.names ?? 'any']) ?? '']: randomValue(random, grammar, value.of, depth) } : {};
    case 'either':
      return randomValue(random, grammar, random.pick(value.of) ?? value, depth);
    case 'choice':
      return random.pick(value.of);
    case 'text':
      return value.syntax ? WRITTEN[value.syntax] : random.pick(['text', '', 'Bearer', 'basic']);
    default:
      return random.pick(PLAIN[value.is]);
  }
}

const PLAIN: Readonly<Record<Exclude<Value['is'], 'object' | 'list' | 'map' | 'either' | 'choice' | 'text'>, readonly unknown[]>> = {
  any: [1, null, 'x', [], { a: 1 }],
  never: [],
  boolean: [true, false],
  true: [true],
  number: [0, -1.5, 1e21],
  positive: [0.5, 3],
  count: [0, 7],
  pointer: [],
};

const WRITTEN: Readonly<Record<Syntax, string>> = {
  uri: 'https://example.com/a?b#c',
  email: 'a@b.c',
  pathName: 'id',
  token: 'x-name',
  mediaRanges: 'image/png, text/*',
  host: 'example.com:80',
  basePath: '/a',
  version: '3.1.0',
  dialect: 'https://json-schema.org/draft/2020-12/schema',
  anchor: 'a',
  identifier: 'a',
  bare: 'a',
};

const NAMED: Readonly<Record<Names, readonly string[]>> = {
  component: ['A.b-c_1', 'x-a'],
  path: ['/', '/a/{b}'],
  status: ['200', '4XX', '599'],
  status2: ['200', '599'],
  mediaType: ['text/plain', '*/*'],
  token: ['x-name'],
  method: ['COPY', 'get'],
  any: ['a', 'any thing'],
};
