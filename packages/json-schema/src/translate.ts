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
  type Snapshot,
  stringOf,
  toValue,
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
    if (!reference || dialect.refSiblings) fill(schema, node, options, translate);
    return schema;
  };
  const remember = (node: Node, schema: JsonSchema): JsonSchema => {
    known.set(node, schema);
    return schema;
  };
  const nameTarget = (reference: NonNullable<ReturnType<typeof referenceIn>>): string => {
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
type Translate = (node: Node) => JsonSchema;

function fill(schema: Draft, node: MapNode, options: TranslateOptions, translate: Translate): void {
  for (const { name, value } of node.entries) {
    if (isOneOf(ONE, name)) schema[name] = translate(value);
    else if (isOneOf(LIST, name)) schema[name] = itemsOf(value).map(translate);
    else if (isOneOf(MAP, name)) schema[name] = mapOf(value, translate);
    else if (isOneOf(DATA, name)) schema[name] = toValue(value);
  }
  fillArrays(schema, node, translate);
  fillBounds(schema, node, options.dialect);
  fillTypes(schema, node, options);
  fillRequired(schema, node, options);
  fillDependencies(schema, node, translate);
  if (child(node, '$dynamicRef') || child(node, '$recursiveRef')) schema.$dynamicRef = 'dynamic';
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
function fillArrays(schema: Draft, node: MapNode, translate: Translate): void {
  const items = child(node, 'items');
  if (items?.kind === 'seq') {
    schema.prefixItems = items.items.map(translate);
    const rest = child(node, 'additionalItems');
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
  if (names.includes('file')) return; // OpenAPI 2.0: bytes, of which JSON says nothing.
  const types = names.filter((name) => name !== undefined);
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
    if (value.kind === 'seq') lists[name] = toValue(value);
    else schemas[name] = translate(value);
  }
  if (Object.keys(lists).length > 0) schema.dependentRequired = lists;
  if (Object.keys(schemas).length > 0) schema.dependentSchemas = schemas;
}
