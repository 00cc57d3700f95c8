import {
  booleanOf,
  child,
  type Direction,
  entriesOf,
  follow,
  itemsOf,
  type MapNode,
  type Node,
  numberOf,
  pointerOf,
  referenceIn,
  resolve,
  resourcesOf,
  type Snapshot,
  stringOf,
} from '@breakwater/core';
import type { JsonSchema, SchemaSet } from './containment/index.ts';
import type { Dialect } from './dialect.ts';

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

export function createTranslator(options: TranslateOptions): Translator {
  const { snapshot, dialect } = options;
  const known = new Map<Node, JsonSchema>();
  const targets = new Map<string, Node>();
  const translate = (node: Node): JsonSchema => {
    const done = known.get(node);
    if (done !== undefined) return done;
    const schema: Record<string, unknown> = Object.create(null);
    known.set(node, schema);
    if (node.kind !== 'map') return remember(node, booleanOf(node) ?? true);
    const reference = referenceIn(node);
    if (reference) schema.$ref = nameTarget(reference);
    if (!reference || dialect.refSiblings) fill(schema, node, options, { translate, name: nameTarget });
    return schema;
  };
  const remember = (node: Node, schema: JsonSchema): JsonSchema => {
    known.set(node, schema);
    return schema;
  };
  const nameTarget = (reference: Reference): string => {
    const found = follow(snapshot, reference);
    // A name that resolves to nothing makes the engine say "unknown", never "anything goes".
    if (!('node' in found)) return `unresolved:${reference.value}`;
    const name = `${found.node.file.uri}#${pointerOf(found.node)}`;
    targets.set(name, found.node);
    return name;
  };
  const set: SchemaSet = {
    resolve(ref) {
      const target = targets.get(ref);
      return target && translate(target);
    },
  };
  return { set, translate };
}

type Draft = Record<string, unknown>;
type Reference = NonNullable<ReturnType<typeof referenceIn>>;
type Translate = (node: Node) => JsonSchema;

function fill(schema: Draft, node: MapNode, options: TranslateOptions, { translate, name }: Step): void {
  const { ignored } = options.dialect;
  for (const { name: keyword, value } of node.entries) {
    if (ignored?.has(keyword)) continue;
    if (isOneOf(ONE, keyword)) schema[keyword] = translate(value);
    else if (isOneOf(LIST, keyword)) schema[keyword] = itemsOf(value).map(translate);
    else if (isOneOf(MAP, keyword)) schema[keyword] = mapOf(value, translate);
    else if (isOneOf(DATA, keyword)) schema[keyword] = dataOf(value);
  }
  fillArrays(schema, node, options.dialect, translate);
  fillBounds(schema, node, options.dialect);
  fillTypes(schema, node, options);
  fillRequired(schema, node, options);
  if (!ignored?.has('dependencies')) fillDependencies(schema, node, translate);
  fillDynamic(schema, node, options.snapshot, name);
}

interface Step {
  readonly translate: Translate;
  /** The key of what a reference leads to. */
  readonly name: (reference: Reference) => string;
}

/**
 * A dynamic reference is a plain one where only one place bears its name: whatever surrounds it, it leads there
 * (JSON Schema 2020-12, section 8.2.3.2; 2019-09, section 8.2.4.2.1). Otherwise the engine is told that it is dynamic.
 */
function fillDynamic(schema: Draft, node: MapNode, snapshot: Snapshot, name: Step['name']): void {
  for (const keyword of ['$dynamicRef', '$recursiveRef']) {
    const at = child(node, keyword);
    const text = stringOf(at);
    if (at?.kind !== 'scalar' || text === undefined) continue;
    const isPlain = keyword === '$recursiveRef' ? !hasRecursiveAnchor(snapshot) : bearersOf(snapshot, text) <= 1;
    const reference = { ...at, value: text };
    if (!isPlain || !('node' in follow(snapshot, reference))) schema.$dynamicRef = 'dynamic';
    else if (schema.$ref === undefined) schema.$ref = name(reference);
    else schema.allOf = [...(Array.isArray(schema.allOf) ? schema.allOf : []), { $ref: name(reference) }];
  }
}

function hasRecursiveAnchor({ files }: Snapshot): boolean {
  return [...files.values()].some(({ source }) => source.text.includes('$recursiveAnchor'));
}

function bearersOf(snapshot: Snapshot, reference: string): number {
  const anchor = reference.slice(reference.indexOf('#'));
  return anchor.startsWith('#/') ? 0 : [...resourcesOf(snapshot).anchors.keys()].filter((key) => key.endsWith(anchor)).length;
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

/** A readOnly property is not sent in a request, a writeOnly one not in a response: neither can be missed there (OpenAPI 3.0.4, Schema Object). */
function fillRequired(schema: Draft, node: MapNode, { snapshot, direction }: TranslateOptions): void {
  const hiding = direction === 'input' ? 'readOnly' : 'writeOnly';
  const hidden = new Set<string>();
  for (const { name, value } of entriesOf(child(node, 'properties'))) if (isFlagged(snapshot, value, hiding)) hidden.add(name);
  const properties = schema.properties;
  // `properties` was made by `mapOf` just before.
  for (const name of hidden) (properties as Draft)[name] = true;
  const required = itemsOf(child(node, 'required'))
    .map(stringOf)
    .filter((name) => name !== undefined && !hidden.has(name));
  if (required.length > 0) schema.required = required;
}

/** Whether a property schema, or what it refers to or is composed of, carries a flag such as `readOnly`. */
export function isFlagged(snapshot: Snapshot, node: Node, keyword: string, depth = 0): boolean {
  if (booleanOf(child(node, keyword)) === true) return true;
  const target = resolve(snapshot, node);
  if (!target || depth > 20) return false;
  return booleanOf(child(target, keyword)) === true || itemsOf(child(target, 'allOf')).some((part) => isFlagged(snapshot, part, keyword, depth + 1));
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
