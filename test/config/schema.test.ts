import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KEYWORDS, readConfiguration, type Schema } from '@breakwater/core';
import { catalog, language } from '@breakwater/formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { expect, test } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const SCHEMA = language().schema;
const published = JSON.parse(readFileSync(join(ROOT, 'docs/breakwater.schema.json'), 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(published);

test('the published schema is the one that is read by', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(SCHEMA)));
});

test('the extension leaves it to the server, so that a mistake is told once', () => {
  const { contributes } = JSON.parse(readFileSync(join(ROOT, 'packages/vscode/package.json'), 'utf8'));
  expect(Object.keys(contributes)).toEqual(expect.arrayContaining(['configuration']));
  expect(Object.keys(contributes).filter((name) => name.endsWith('Validation'))).toEqual([]);
});

test('every keyword in it is one that the reader knows, those of rules included', () => {
  const unknown: string[] = [];
  const visit = (schema: Schema) => {
    unknown.push(...Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword)));
    const { $defs = {}, properties = {}, anyOf = [], items, additionalProperties } = schema;
    for (const one of [...Object.values($defs), ...Object.values(properties), ...anyOf]) visit(one);
    if (items) visit(items);
    if (typeof additionalProperties === 'object') visit(additionalProperties);
  };
  visit(SCHEMA);
  expect(unknown).toEqual([]);
});

test('no option of a rule takes the place of its severity, and each is described', () => {
  for (const { id, options } of catalog().values()) {
    const { properties = {} } = (options?.schema ?? {}) as Schema;
    expect([id, 'severity' in properties]).toEqual([id, false]);
    expect([id, Object.values(properties).filter(({ description }) => !description)]).toEqual([id, []]);
  }
});

/** Values that the schema lets through, and now and then one that it does not. */
function valuesFor(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: right(schema) }, { weight: 1, arbitrary: WRONG });
}

const WRONG = fc.constantFrom<unknown>(
  '',
  'strict',
  'warn',
  'x.yaml',
  0,
  -1,
  1.5,
  true,
  null,
  {},
  [],
  ['warn'],
  { severity: 'warn' },
  { rules: {} },
  '2026-12-31',
);

function right(schema: Schema): fc.Arbitrary<unknown> {
  const { $ref, anyOf, enum: values, type, properties = {}, required = [], items, minItems = 0 } = schema;
  if ($ref !== undefined) return fc.constant(null).chain(() => right(SCHEMA.$defs?.[$ref.replace('#/$defs/', '')] ?? {}));
  if (anyOf) return fc.oneof(...anyOf.map(right));
  if (values) return fc.constantFrom(...values);
  switch ([type].flat()[0]) {
    case 'object': {
      const names = Object.keys(properties);
      return fc
        .tuple(fc.subarray(names, { maxLength: Math.min(4, names.length) }), fc.boolean(), fc.oneof({ weight: 20, arbitrary: fc.constant('') }, fc.string()))
        .chain(([chosen, complete, odd]) => {
          const keys = new Set([...chosen, ...(complete ? required : [])]);
          const members = Object.fromEntries([...keys].map((name) => [name, valuesFor(properties[name] ?? {})]));
          return fc.record({ ...members, ...(odd !== '' && odd !== '__proto__' && { [odd]: WRONG }) });
        });
    }
    case 'array':
      return fc.array(items ? valuesFor(items) : WRONG, { minLength: minItems, maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.integer({ min: -2, max: 12_000 });
    case 'boolean':
      return fc.boolean();
    default:
      return fc.constantFrom('a.yaml', 'b.json', '/internal/**', 'text', '2026-12-31', 'c545039c93136541');
  }
}

test.each([
  ['YAML', (value: unknown) => dump(value), 'breakwater.yaml'],
  ['JSON', (value: unknown) => JSON.stringify(value, null, 1), 'breakwater.json'],
])('the reader accepts what the schema accepts, and refuses what it refuses: %s', (_name, write, uri) => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.oneof(
        right(SCHEMA),
        WRONG.filter((value) => value !== null),
      ),
      (value) => {
        const accepted = validate(value);
        seen[accepted ? 'accepted' : 'refused']++;
        const { mistakes } = readConfiguration({ uri, text: write(value) }, SCHEMA);
        expect(mistakes.map(({ message }) => message).slice(0, accepted ? undefined : 0)).toEqual([]);
        expect(mistakes.length > 0).toBe(!accepted);
      },
    ),
    { numRuns: 1_500 },
  );
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(200);
});

test('every mistake stands inside the file, and says what is wrong in one line', () => {
  fc.assert(
    fc.property(right(SCHEMA), (value) => {
      const text = dump(value);
      for (const { at, message } of readConfiguration({ uri: 'breakwater.yaml', text }, SCHEMA).mistakes) {
        expect(at.end.line).toBeLessThan(text.split('\n').length);
        expect(message).toMatch(/^[^\n]+[.?]$/);
      }
    }),
    { numRuns: 300 },
  );
});

test.each(['README.md', 'docs/configuration.md'])('what %s shows holds', (name) => {
  const shown = [...readFileSync(join(ROOT, name), 'utf8').matchAll(/```yaml\n(# yaml-language-server[\s\S]*?)```/g)].map(([, text = '']) => text);
  expect(shown.length).toBeGreaterThan(0);
  for (const text of shown) expect(readConfiguration({ uri: 'breakwater.yaml', text }, SCHEMA).mistakes.map(({ message }) => message)).toEqual([]);
});
