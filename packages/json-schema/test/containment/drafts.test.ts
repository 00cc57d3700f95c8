import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsSchema, type Dialect, JSON_SCHEMA_04, JSON_SCHEMA_07, JSON_SCHEMA_2019_09, JSON_SCHEMA_2020_12 } from '../../src/index.ts';
import { values } from './random-schema.ts';

/** Whole documents, judged by an ajv of their own draft: what is lost in translation shows here. */
const RUNS = Number(process.env.CONTAINMENT_RUNS ?? 500);
const seed = Number(process.env.CONTAINMENT_SEED ?? 20_260_101);

type Part = fc.Arbitrary<unknown>;
type Keywords = (part: Part) => readonly (readonly [string, Part])[];
type Document = Readonly<Record<string, unknown>>;

const NAMES = ['a', 'b', 'c'];
const count = fc.integer({ min: 0, max: 2 });
const number = fc.constantFrom(0, 1, 2);
const names = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 });
const list = (part: Part) => fc.array(part, { minLength: 1, maxLength: 2 });
const map = (part: Part) => fc.dictionary(fc.constantFrom(...NAMES), part, { minKeys: 1, maxKeys: 2 });

const common: Keywords = (part) => [
  ['type', fc.constantFrom('number', 'integer', 'string', 'array', 'object')],
  ['enum', fc.array(values, { minLength: 1, maxLength: 3 })],
  ['items', part],
  ['minItems', count],
  ['maxItems', count],
  ['uniqueItems', fc.boolean()],
  ['properties', map(part)],
  ['additionalProperties', part],
  ['required', names],
  ['minProperties', fc.constantFrom(1, 2)],
  ['allOf', list(part)],
  ['anyOf', list(part)],
  ['oneOf', list(part)],
  ['not', part],
];
const until2019: Keywords = (part) => [
  ['items', list(part)],
  ['items', list(part)],
  ['additionalItems', part],
];
const until07: Keywords = (part) => [
  ['dependencies', map(fc.oneof(part, names))],
  ['$ref', fc.constantFrom('#/definitions/x', '#/definitions/y', '#')],
];
const since06: Keywords = (part) => [
  ['exclusiveMinimum', number],
  ['exclusiveMaximum', number],
  ['contains', part],
  ['propertyNames', fc.constantFrom({ enum: ['a', 'b'] }, { maxLength: 0 })],
  ['if', part],
  ['then', part],
  ['else', part],
];
const since2019: Keywords = (part) => [
  ['minContains', count],
  ['maxContains', count],
  ['dependentRequired', map(names)],
  ['dependentSchemas', map(part)],
  ['unevaluatedProperties', part],
  ['$ref', fc.constantFrom('#/$defs/x', '#/$defs/y', '#')],
];

interface Draft {
  readonly name: string;
  readonly dialect: Dialect;
  readonly definitions: 'definitions' | '$defs';
  readonly keywords: Keywords;
  readonly booleans: boolean;
  /** Undefined for what this ajv does not understand as the draft says. */
  validator(schema: unknown): ((value: unknown) => boolean) | undefined;
}

const lenient = { strict: false, validateSchema: false, validateFormats: false, logger: false, ownProperties: true } as const;

const DRAFTS: readonly Draft[] = [
  {
    name: 'draft 4',
    dialect: JSON_SCHEMA_04,
    definitions: 'definitions',
    keywords: (part) => [...common(part), ...until2019(part), ...until07(part), ['minimum', number], ['exclusiveMinimum', fc.boolean()], ['contains', part]],
    booleans: false,
    validator: (schema) => new Ajv({ ...lenient, meta: false }).compile(from04(schema)),
  },
  {
    name: 'draft 7',
    dialect: JSON_SCHEMA_07,
    definitions: 'definitions',
    keywords: (part) => [...common(part), ...until2019(part), ...until07(part), ...since06(part), ['minContains', count]],
    booleans: true,
    validator: (schema) => new Ajv({ ...lenient, meta: false }).compile(apart(withoutSiblings(without(schema, 'minContains')))),
  },
  {
    name: '2019-09',
    dialect: JSON_SCHEMA_2019_09,
    definitions: '$defs',
    keywords: (part) => [
      ...common(part),
      ...until2019(part),
      ...since06(part),
      ...since2019(part),
      ['prefixItems', list(part)],
      ['$recursiveRef', fc.constant('#')],
    ],
    booleans: true,
    validator: (schema) => new Ajv2019({ ...lenient, meta: false }).compile(apart(withPlainReferences(without(schema, 'prefixItems')))),
  },
  {
    name: '2020-12',
    dialect: JSON_SCHEMA_2020_12,
    definitions: '$defs',
    keywords: (part) => [
      ...common(part),
      ...since06(part),
      ...since2019(part),
      ['prefixItems', list(part)],
      ['$dynamicRef', fc.constantFrom('#node', '#/$defs/x')],
    ],
    booleans: true,
    validator: (schema) => new Ajv2020({ ...lenient, meta: false }).compile(apart(withPlainReferences(schema))),
  },
];

/** Keywords of the draft that only say something together. */
const TOGETHER: readonly (readonly string[])[] = [
  ['if', 'then', 'else'],
  ['contains', 'minContains', 'maxContains'],
  ['items', 'additionalItems'],
  ['prefixItems', 'items'],
  ['properties', 'additionalProperties'],
  ['anyOf', 'unevaluatedProperties'],
  ['minimum', 'exclusiveMinimum'],
];

/** One keyword, or some that go together. */
function fragmentsOf({ keywords }: Draft, part: Part): fc.Arbitrary<object> {
  const all = keywords(part);
  const valuesOf = (name: string) => fc.oneof(...all.flatMap(([keyword, given]) => (keyword === name ? [given] : [])));
  const has = (name: string) => all.some(([keyword]) => keyword === name);
  const groups = TOGETHER.filter((group) => group.every(has)).map((group) => fc.record(Object.fromEntries(group.map((name) => [name, valuesOf(name)]))));
  const single = all.map(([keyword, given]) => given.map((value) => ({ [keyword]: value })));
  return fc.oneof({ weight: 3, arbitrary: fc.oneof(...single) }, { weight: 1, arbitrary: fc.oneof(...groups) });
}

function schemasOf(draft: Draft): fc.Arbitrary<unknown> {
  return fc.letrec<{ schema: unknown }>((tie) => ({
    schema: fc.oneof(
      { depthSize: 'small', maxDepth: 2 },
      { weight: 1, arbitrary: draft.booleans ? fc.boolean() : fc.constant({}) },
      { weight: 6, arbitrary: fc.array(fragmentsOf(draft, tie('schema')), { maxLength: 3 }).map((fragments) => Object.assign({}, ...fragments)) },
    ),
  })).schema;
}

/** Two documents, mostly the second an edit of the first. */
function pairsOf(draft: Draft): fc.Arbitrary<readonly [Document, Document]> {
  const schemas = schemasOf(draft);
  const roots = schemas.map((schema) => (typeof schema === 'object' && schema !== null ? schema : {}));
  const dynamic = draft.dialect === JSON_SCHEMA_2020_12 ? { $dynamicAnchor: 'node' } : {};
  const document = fc.tuple(roots, schemas, schemas).map(([root, x, y]) => ({ ...root, ...dynamic, [draft.definitions]: { x, y } }));
  return fc.oneof(
    fc.tuple(document, document),
    fc.tuple(document, roots).map(([before, edit]) => [before, { ...before, ...edit }] as const),
  );
}

/** Draft 7 as ajv 8 would read it: there, keywords beside `$ref` count. */
function withoutSiblings(schema: unknown): object {
  return Object(rewrite(schema, (one) => (typeof one.$ref === 'string' ? { $ref: one.$ref, definitions: one.definitions ?? {} } : one)));
}

/** ajv 8.20 forgets what stands beside a dynamic reference. Here all of them lead to one place. */
function withPlainReferences(schema: unknown): object {
  return Object(
    rewrite(schema, ({ $recursiveRef, $dynamicRef = $recursiveRef, $dynamicAnchor, ...one }) => {
      if ($dynamicRef === undefined) return one;
      return { ...one, allOf: [...(Array.isArray(one.allOf) ? one.allOf : []), { $ref: $dynamicRef === '#node' ? '#' : $dynamicRef }] };
    }),
  );
}

/** For an empty array, ajv 8.20 forgets a `contains` that stands beside a list of items. */
function apart(schema: unknown): object {
  return Object(
    rewrite(schema, ({ contains, minContains = 1, maxContains, ...one }) => {
      if (contains === undefined) return one;
      const containing = { contains, minContains, ...(maxContains !== undefined && { maxContains }) };
      return { ...one, allOf: [...(Array.isArray(one.allOf) ? one.allOf : []), containing] };
    }),
  );
}

/** Draft 4 in the words of draft 7. */
function from04(schema: unknown): object {
  const translated = rewrite(schema, ({ exclusiveMinimum, contains, ...one }) => {
    if (exclusiveMinimum !== true || one.minimum === undefined) return one;
    const { minimum, ...others } = one;
    return { ...others, exclusiveMinimum: minimum };
  });
  return withoutSiblings(translated);
}

function without(schema: unknown, keyword: string): object {
  return Object(rewrite(schema, (one) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== keyword))));
}

/** Rewrites every schema in a schema; the values of `enum` are none. */
function rewrite(schema: unknown, change: (one: Document) => Document): unknown {
  if (Array.isArray(schema)) return schema.map((part) => rewrite(part, change));
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.entries(schema).map(([name, part]) => [name, name === 'enum' ? part : rewrite(part, change)]);
  return change(Object.fromEntries(parts));
}

test.each(DRAFTS)('whole documents of $name', (draft) => {
  const answers = { contained: 0, witness: 0, unknown: 0 };
  fc.assert(
    fc.property(pairsOf(draft), fc.array(values, { minLength: 20, maxLength: 20 }), ([sub, sup], candidates) => {
      const answer = containsSchema(sub, sup, { dialect: draft.dialect, budget: 3_000 });
      answers[answer.kind] += 1;
      if (answer.kind === 'unknown') return;
      const [accepts, admits] = [judge(draft, sub), judge(draft, sup)];
      if (answer.kind === 'witness') {
        expect(accepts(answer.value), JSON.stringify(answer.value)).not.toBe(false);
        expect(admits(answer.value), JSON.stringify(answer.value)).not.toBe(true);
      } else for (const value of candidates) if (accepts(value) === true) expect(admits(value), JSON.stringify(value)).not.toBe(false);
    }),
    { numRuns: RUNS, seed },
  );
  expect(answers.contained).toBeGreaterThan(RUNS / 20);
  expect(answers.witness).toBeGreaterThan(RUNS / 5);
});

/** ajv's opinion; undefined when it has none, as for a schema that is nothing but itself. */
function judge(draft: Draft, schema: Document): (value: unknown) => boolean | undefined {
  let validate: ((value: unknown) => boolean) | undefined;
  // ajv 8.20 takes for evaluated what a failed `if` looked at.
  if (/"unevaluatedProperties".*"if"|"if".*"unevaluatedProperties"/.test(JSON.stringify(schema))) return () => undefined;
  try {
    validate = draft.validator(schema);
  } catch {
    return () => undefined;
  }
  return (value) => {
    try {
      return validate?.(value);
    } catch {
      return undefined;
    }
  };
}
