import { booleanOf, child, entriesOf, type Node, stateOf } from '@breakwater/core';
import { contains, type JsonSchema } from './containment/index.ts';
import { Interpreter } from './containment/interpreter.ts';
import { obviousValues } from './obvious-values.ts';
import type { SchemaElement } from './schema-element.ts';
import { createTranslator, type Translator } from './translate.ts';

const translators = new WeakMap<object, Translator>();
const NOTHING = { schema: false, set: { resolve: () => undefined } };
/** Steps for a question without any depth. */
const BUDGET = 2_000;

/**
 * Whether it is proved that no value at all fits a schema by what it says itself, over its `allOf` and references. What is inside
 * its properties and items is taken for possible: where it is not, that is asked there.
 */
export function admitsNothing(schema: SchemaElement): boolean {
  if (!mayContradict(schema)) return false;
  const { snapshot, dialect } = schema;
  const translator = translators.get(stateOf(snapshot)) ?? createTranslator({ snapshot, dialect, direction: 'output' });
  translators.set(stateOf(snapshot), translator);
  const members = schema.effective().members.map((member) => withoutDepth(translator.translate(member)));
  // A value that fits is a quick answer, and mostly the answer.
  const interpreter = new Interpreter(NOTHING.set);
  if (obviousValues(members).some((value) => interpreter.validates({ allOf: members }, value) === true)) return false;
  return contains({ schema: { allOf: members }, set: NOTHING.set }, NOTHING, { contentModel: 'open', budget: BUDGET }).kind === 'contained';
}

/** Most schemas say a type and what is inside, which cannot be in its own way: only what can is asked about. */
function mayContradict({ node, nodes, effective }: SchemaElement): boolean {
  if (nodes.length === 1 && saysLittle(node)) return false;
  const { members, values, types } = effective();
  const saying = members.filter((member) => entriesOf(member).some(({ name }) => SAYING.has(name)));
  if (saying.length > 1) return child(node, 'allOf') !== undefined || child(node, '$ref') !== undefined;
  const words = new Set(saying.flatMap((member) => entriesOf(member).map(({ name }) => name)).filter((name) => SAYING.has(name)));
  const has = (pattern: RegExp) => [...words].some((word) => pattern.test(word));
  // What says plainly that nothing fits is meant so.
  if (words.has('not')) return words.size > 1;
  if (values && [...words].every((word) => word === 'type' || word === 'enum')) return types !== undefined && !values.some((value) => isOf(value, types));
  return values
    ? words.size > 1
    : (has(/^(exclusiveM|m)in/) && has(/^(exclusiveM|m)ax/)) || (words.has('required') && has(/^(additionalProperties|properties)$/) && isClosed(saying));
}

/** One thing alone, about which no other schema says anything. */
function saysLittle(node: Node): boolean {
  let said = 0;
  for (const { name } of entriesOf(node)) {
    if (TAKING_IN.has(name)) return false;
    if (SAYING.has(name)) said++;
  }
  return said < 2;
}

function isClosed(members: readonly Node[]): boolean {
  return members.some(
    (member) =>
      booleanOf(child(member, 'additionalProperties')) === false || entriesOf(child(member, 'properties')).some(({ value }) => booleanOf(value) === false),
  );
}

function isOf(value: unknown, types: ReadonlySet<string>): boolean {
  if (value === null) return types.has('null');
  if (Array.isArray(value)) return types.has('array');
  return types.has(typeof value) || (types.has('integer') && Number.isInteger(value));
}

const SAYING = new Set(
  'type enum const not minLength maxLength pattern multipleOf minimum maximum exclusiveMinimum exclusiveMaximum minItems maxItems minProperties maxProperties additionalProperties properties patternProperties required items uniqueItems'.split(
    ' ',
  ),
);

/** Keywords by which what other schemas say holds too. */
const TAKING_IN = new Set(['$ref', '$dynamicRef', 'allOf', 'anyOf', 'oneOf']);

/** Keywords that hold schemas of what is inside, or alternatives. */
const DEEP = new Set(['items', 'prefixItems', 'contains', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties', 'propertyNames']);
const DROPPED = new Set(['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas', '$ref', '$dynamicRef', 'not']);

function withoutDepth(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const shallow: Record<string, unknown> = Object.create(null);
  for (const [keyword, value] of Object.entries(schema)) {
    if (DROPPED.has(keyword)) continue;
    if (DEEP.has(keyword)) shallow[keyword] = value !== false;
    else if (keyword === 'properties' || keyword === 'patternProperties') shallow[keyword] = withoutValues(Object(value));
    else shallow[keyword] = value;
  }
  return shallow;
}

function withoutValues(map: object): object {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, value !== false]));
}
