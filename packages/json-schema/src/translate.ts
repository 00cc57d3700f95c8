import {
  booleanOf,
  child,
  type Direction,
  entriesOf,
  follow,
  itemsOf,
  type Kept,
  keptIn,
  type MapNode,
  type Node,
  numberOf,
  ofSnapshot,
  pointerOf,
  referenceIn,
  type ScalarNode,
  type Snapshot,
  stringOf,
  textHolds,
} from '@breakwater/core';
import { namesHidden } from './access.ts';
import type { JsonSchema, SchemaSet } from './containment/index.ts';
import type { Dialect } from './dialect.ts';
import { discriminated } from './discriminator.ts';
import { DynamicScopes, type MaybeScope, type Scope, UNKNOWN_SCOPE } from './dynamic-scope.ts';

/** Schema nodes of one snapshot as plain JSON Schema 2020-12, in one direction. */
export interface Translator {
  readonly set: SchemaSet;
  /** The same node always gives the same object. Annotations, examples and defaults are left out. */
  translate(node: Node): JsonSchema;
}

export interface TranslateOptions {
  readonly snapshot: Snapshot;
  readonly dialect: Dialect;
  readonly direction: Direction;
  /** The values are text on the wire (parameters): a plain string admits what any number or boolean looks like. */
  readonly textual?: boolean;
  /** Whether `format` constrains values. Where it is an annotation (the default), it is left out. */
  readonly formats?: 'annotation' | 'assertion';
  /** Whether the mapping of a discriminator says which values its property has, as in OpenAPI. */
  readonly discriminators?: boolean;
  /** As alternatives are mostly meant: one that fits is enough, and to a receiver one that names no property takes any. */
  readonly asMeant?: 'sent' | 'received';
}

/** Keywords whose value is one schema, a list of schemas, a map of schemas, or plain data. */
const ONE = ['not', 'if', 'then', 'else', 'contains', 'propertyNames', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'] as const;
const LIST = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;
const MAP = ['properties', 'patternProperties', 'dependentSchemas'] as const;
const DATA = [
  'enum',
  'const',
  'multipleOf',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'maxContains',
  'minContains',
  'maxProperties',
  'minProperties',
  'dependentRequired',
] as const;

const UNRESOLVED = 'unresolved:';

/** The reference that the engine could not follow, by the reason that it gives; `undefined` for another reason. */
export function deadReferenceIn(reason: string): string | undefined {
  return new RegExp(`${UNRESOLVED}(.*)\` leads nowhere`).exec(reason)?.[1];
}

export function createTranslator(options: TranslateOptions): Translator {
  const { snapshot } = options;
  const scopes = new DynamicScopes(snapshot);
  const known = new Map<Scope | typeof UNKNOWN_SCOPE, Map<Node, Kept<JsonSchema>>>();
  const targets = new Map<string, { readonly node: Node; readonly scope: MaybeScope }>();
  const translateIn = (node: Node, around: MaybeScope): JsonSchema => {
    const scope = child(node, '$id') ? scopes.enter(around, node) : around;
    const translated = known.get(scope) ?? new Map<Node, Kept<JsonSchema>>();
    known.set(scope, translated);
    return keptIn(translated, node, () => (node.kind === 'map' ? translateMap(node, scope) : (booleanOf(node) ?? true)));
  };
  const translateMap = (node: MapNode, scope: MaybeScope): JsonSchema => {
    const schema: Draft = Object.create(null);
    const step: Step = { translate: (part) => translateIn(part, scope), name: (target) => nameTarget(target, scopes.enter(scope, target)) };
    const reference = referenceIn(node);
    const leadsTo = reference && follow(snapshot, reference);
    // A name that resolves to nothing makes the engine say "unknown", never "anything goes".
    if (leadsTo) schema.$ref = 'node' in leadsTo ? step.name(leadsTo.node) : `${UNRESOLVED}${reference.value}`;
    if (!reference || options.dialect.refSiblings) fill(schema, node, options, step);
    if (options.dialect.refSiblings) fillDynamic(schema, node, options, { ...step, target: (keyword, at) => scopes.target(keyword, at, scope) });
    return schema;
  };
  const nameTarget = (node: Node, scope: MaybeScope): string => {
    const name = `${node.file.uri}#${pointerOf(node)}${scope === UNKNOWN_SCOPE || scope.key === 0 ? '' : ` in scope ${scope.key}`}`;
    targets.set(name, { node, scope });
    return name;
  };
  const set: SchemaSet = {
    resolve(ref) {
      const target = targets.get(ref);
      return target && translateIn(target.node, target.scope);
    },
  };
  return { set, translate: (node) => translateIn(node, scopes.start(node)) };
}

type Draft = Record<string, unknown>;
type Translate = (node: Node) => JsonSchema;

interface Step {
  readonly translate: Translate;
  /** The key of what a reference leads to. */
  readonly name: (target: Node) => string;
}

function fill(schema: Draft, node: MapNode, options: TranslateOptions, { translate }: Step): void {
  const { ignored } = options.dialect;
  for (const { name: keyword, value } of node.entries) {
    if (ignored?.has(keyword)) continue;
    if (isOneOf(ONE, keyword)) schema[keyword] = translate(value);
    else if (isOneOf(LIST, keyword)) schema[keyword] = itemsOf(value).map((branch) => translateBranch(node, branch, options, translate));
    else if (isOneOf(MAP, keyword)) schema[keyword] = mapOf(value, translate);
    else if (isOneOf(DATA, keyword)) schema[keyword] = dataOf(value);
    else if (keyword === 'format' && options.formats === 'assertion') schema[keyword] = dataOf(value);
  }
  fillArrays(schema, node, options.dialect, translate);
  fillBounds(schema, node, options.dialect);
  fillTypes(schema, node, options);
  fillRequired(schema, node, options);
  if (options.asMeant) fillAsMeant(schema, options.asMeant);
  if (!ignored?.has('dependencies')) fillDependencies(schema, node, translate);
  if (options.dialect.containsSaysNothing && schema.contains !== undefined && usesUnevaluatedItems(options.snapshot)) hideContains(schema);
}

function translateBranch(holder: MapNode, branch: Node, { discriminators, snapshot, dialect }: TranslateOptions, translate: Translate): JsonSchema {
  const schema = translate(branch);
  return discriminators ? discriminated(holder, branch, schema, snapshot, dialect) : schema;
}

const usesUnevaluatedItems = ofSnapshot(({ files }) => [...files.values()].some(({ source }) => textHolds(source, 'unevaluatedItems')));

/** The same demand, behind a `not`, through which `unevaluatedItems` does not look. */
function hideContains(schema: Draft): void {
  const { contains, minContains, maxContains } = schema;
  const hidden = { contains, ...(minContains !== undefined && { minContains }), ...(maxContains !== undefined && { maxContains }) };
  for (const keyword of Object.keys(hidden)) delete schema[keyword];
  schema.allOf = [...(Array.isArray(schema.allOf) ? schema.allOf : []), { not: { not: hidden } }];
}

interface DynamicStep extends Step {
  /** What a dynamic reference leads to here. */
  readonly target: (keyword: '$dynamicRef' | '$recursiveRef', reference: ScalarNode) => Node | undefined;
}

/** In a known scope a dynamic reference is a plain one. Otherwise the engine is told that it is dynamic. */
function fillDynamic(schema: Draft, node: MapNode, { dialect }: TranslateOptions, { target, name }: DynamicStep): void {
  for (const keyword of ['$dynamicRef', '$recursiveRef'] as const) {
    const reference = child(node, keyword);
    if (dialect.ignored?.has(keyword) || reference?.kind !== 'scalar' || stringOf(reference) === undefined) continue;
    const found = target(keyword, reference);
    if (!found) schema.$dynamicRef = 'dynamic';
    else if (schema.$ref === undefined) schema.$ref = name(found);
    else schema.allOf = [...(Array.isArray(schema.allOf) ? schema.allOf : []), { $ref: name(found) }];
  }
}

/** Data with ordinary prototypes, since comparing functions such as ajv's look at them; `__proto__` is an ordinary key all the same. */
function dataOf(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'seq') return node.items.map(dataOf);
  const map: Draft = {};
  for (const { name, value } of node.entries) Object.defineProperty(map, name, { value: dataOf(value), enumerable: true, configurable: true, writable: true });
  return map;
}

function isOneOf<T extends string>(list: readonly T[], name: string): name is T {
  return (list as readonly string[]).includes(name); // Widening a list to ask about any string is always sound.
}

function mapOf(node: Node, translate: Translate): Draft {
  const map: Draft = Object.create(null);
  for (const { name, value } of entriesOf(node)) map[name] = translate(value);
  return map;
}

/** Draft 2019-09 and before: a list in `items` is today's `prefixItems`, and `additionalItems` today's `items`. */
function fillArrays(schema: Draft, node: MapNode, { ignored }: Dialect, translate: Translate): void {
  const items = child(node, 'items');
  if (items?.kind === 'seq') {
    schema.prefixItems = items.items.map(translate);
    const rest = ignored?.has('additionalItems') ? undefined : child(node, 'additionalItems');
    if (rest) schema.items = translate(rest);
  } else if (items) schema.items = translate(items);
}

/** Draft 4: `exclusiveMaximum: true` turns `maximum` into an exclusive bound. */
function fillBounds(schema: Draft, node: MapNode, { exclusiveFlags }: Dialect): void {
  for (const [bound, exclusive] of [
    ['maximum', 'exclusiveMaximum'],
    ['minimum', 'exclusiveMinimum'],
  ] as const) {
    const value = numberOf(child(node, bound));
    const flag = child(node, exclusive);
    if (exclusiveFlags && booleanOf(flag) === true && value !== undefined) schema[exclusive] = value;
    else if (value !== undefined) schema[bound] = value;
    if (numberOf(flag) !== undefined) schema[exclusive] = numberOf(flag);
  }
}

function fillTypes(schema: Draft, node: MapNode, { dialect, textual }: TranslateOptions): void {
  const type = child(node, 'type');
  if (!type) return;
  const names = type.kind === 'seq' ? type.items.map(stringOf) : [stringOf(type)];
  // OpenAPI 2.0 calls bytes a `file`, OpenAPI 3 a string.
  const types = names.flatMap((name) => (name === 'file' ? 'string' : (name ?? [])));
  if (dialect.nullable && booleanOf(child(node, dialect.nullable)) === true) types.push('null');
  if (textual && types.includes('string') && isUnbounded(node)) types.push('number', 'boolean');
  schema.type = types.length === 1 ? types[0] : types;
}

function isUnbounded(node: MapNode): boolean {
  return !['enum', 'const', 'pattern', 'minLength', 'maxLength', 'format'].some((keyword) => child(node, keyword));
}

/** What only the other side writes cannot be missed here. */
function fillRequired(schema: Draft, node: MapNode, { snapshot, dialect, direction }: TranslateOptions): void {
  const hidden = namesHidden(node, snapshot, dialect, direction);
  const properties = schema.properties;
  // `properties` was made by `mapOf` just before.
  for (const { name } of entriesOf(child(node, 'properties'))) if (hidden.has(name)) (properties as Draft)[name] = true;
  const required = itemsOf(child(node, 'required'))
    .map(stringOf)
    .filter((name) => name !== undefined && !hidden.has(name));
  if (required.length > 0) schema.required = required;
}

const NAMES_PROPERTIES = ['$ref', 'properties', 'patternProperties', 'unevaluatedProperties', 'required', 'allOf', 'anyOf', 'oneOf'];

function fillAsMeant(schema: Draft, asMeant: 'sent' | 'received'): void {
  // Written out, the default describes no more than left out.
  if (asMeant === 'sent' && schema.additionalProperties === true) delete schema.additionalProperties;
  if (asMeant === 'received' && NAMES_PROPERTIES.every((keyword) => schema[keyword] === undefined)) schema.additionalProperties ??= true;
  if (schema.oneOf === undefined) return;
  if (schema.anyOf === undefined) schema.anyOf = schema.oneOf;
  else schema.allOf = [...(Array.isArray(schema.allOf) ? schema.allOf : []), { anyOf: schema.oneOf }];
  delete schema.oneOf;
}

/** Draft 7 and before: `dependencies` is today's `dependentRequired` or `dependentSchemas`, by the shape of the value. */
function fillDependencies(schema: Draft, node: MapNode, translate: Translate): void {
  const lists: Draft = Object.create(null);
  const schemas: Draft = Object.create(null);
  for (const { name, value } of entriesOf(child(node, 'dependencies'))) {
    if (value.kind === 'seq') lists[name] = dataOf(value);
    else schemas[name] = translate(value);
  }
  if (Object.keys(lists).length > 0) schema.dependentRequired = lists;
  if (Object.keys(schemas).length > 0) schema.dependentSchemas = schemas;
}
