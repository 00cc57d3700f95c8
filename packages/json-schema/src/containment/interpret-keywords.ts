import { isMultiple } from './decimal.ts';
import { evaluatedItems, evaluatedNames } from './evaluated.ts';
import { MAX_TESTED_LENGTH, textFormat, wholeRange } from './formats.ts';
import { isSchemaMap } from './interpret-logic.ts';
import { allOf, every, type Interpreter, type Truth } from './interpreter.ts';
import { characterCount, keyOf, ownValue } from './json-value.ts';
import { matchesPattern } from './regex/matches.ts';

type Schema = { readonly [keyword: string]: unknown };

/** Holds when the keyword is absent; `unknown` when its value is no number. */
function bound(schema: Schema, keyword: string, holds: (limit: number) => boolean): Truth {
  if (!Object.hasOwn(schema, keyword)) return true;
  const limit = schema[keyword];
  return typeof limit === 'number' && Number.isFinite(limit) ? holds(limit) : 'unknown';
}

export function evaluateNumber(schema: Schema, value: number): Truth {
  return allOf([
    () => bound(schema, 'minimum', (limit) => value >= limit),
    () => bound(schema, 'maximum', (limit) => value <= limit),
    () => bound(schema, 'exclusiveMinimum', (limit) => value > limit),
    () => bound(schema, 'exclusiveMaximum', (limit) => value < limit),
    () => (typeof schema.multipleOf === 'number' && schema.multipleOf <= 0 ? 'unknown' : bound(schema, 'multipleOf', (of) => isMultiple(value, of))),
    () => (Object.hasOwn(schema, 'format') ? hasWholeFormat(schema.format, value) : true),
  ]);
}

function hasWholeFormat(format: unknown, value: number): Truth {
  const range = wholeRange(format);
  if (!range) return true;
  return Number.isInteger(value) && BigInt(value) >= range.low && BigInt(value) <= range.high;
}

export function evaluateString(schema: Schema, value: string): Truth {
  const length = 'minLength' in schema || 'maxLength' in schema ? characterCount(value) : 0;
  return allOf([
    () => bound(schema, 'minLength', (limit) => length >= limit),
    () => bound(schema, 'maxLength', (limit) => length <= limit),
    () => (Object.hasOwn(schema, 'pattern') ? matches(schema.pattern, value) : true),
    () => (Object.hasOwn(schema, 'format') ? hasFormat(schema.format, value) : true),
  ]);
}

function hasFormat(name: unknown, text: string): Truth {
  const format = textFormat(name);
  if (!format) return true;
  return text.length > MAX_TESTED_LENGTH ? 'unknown' : format.test(text);
}

function matches(pattern: unknown, text: string): Truth {
  return typeof pattern === 'string' ? (matchesPattern(pattern, text) ?? 'unknown') : 'unknown';
}

export function evaluateArray(interpreter: Interpreter, schema: Schema, value: readonly unknown[]): Truth {
  return allOf([
    () => bound(schema, 'minItems', (limit) => value.length >= limit),
    () => bound(schema, 'maxItems', (limit) => value.length <= limit),
    () => uniqueness(schema, value),
    () => itemsHold(interpreter, schema, value),
    () => containsHolds(interpreter, schema, value),
    () => unevaluatedItemsHold(interpreter, schema, value),
  ]);
}

function uniqueness(schema: Schema, value: readonly unknown[]): Truth {
  if (!Object.hasOwn(schema, 'uniqueItems') || schema.uniqueItems === false) return true;
  if (schema.uniqueItems !== true) return 'unknown';
  const keys = value.map((item) => keyOf(item));
  return keys.includes(undefined) ? 'unknown' : new Set(keys).size === keys.length;
}

function itemsHold(interpreter: Interpreter, schema: Schema, value: readonly unknown[]): Truth {
  const prefix = Object.hasOwn(schema, 'prefixItems') ? schema.prefixItems : [];
  if (!Array.isArray(prefix)) return 'unknown';
  const hasItems = Object.hasOwn(schema, 'items');
  let all: Truth = true;
  for (const [i, item] of value.entries()) {
    if (i >= prefix.length && !hasItems) break;
    // Long arrays are mostly made of one item.
    if (i > prefix.length && item === value[i - 1]) continue;
    const truth = interpreter.validates(i < prefix.length ? prefix[i] : schema.items, item);
    if (truth === false) return false;
    if (truth === 'unknown') all = 'unknown';
  }
  return all;
}

function containsHolds(interpreter: Interpreter, schema: Schema, value: readonly unknown[]): Truth {
  if (!Object.hasOwn(schema, 'contains')) return true;
  const truths = value.map((item) => interpreter.validates(schema.contains, item));
  const least = truths.filter((truth) => truth === true).length;
  const most = truths.filter((truth) => truth !== false).length;
  const between = (keyword: string, holds: (count: number, limit: number) => boolean, absent: number): Truth => {
    const limit = Object.hasOwn(schema, keyword) ? schema[keyword] : absent;
    if (typeof limit !== 'number') return 'unknown';
    return holds(least, limit) === holds(most, limit) ? holds(least, limit) : 'unknown';
  };
  return allOf([
    () => between('minContains', (count, limit) => count >= limit, 1),
    () => between('maxContains', (count, limit) => count <= limit, Number.MAX_VALUE),
  ]);
}

function unevaluatedItemsHold(interpreter: Interpreter, schema: Schema, value: readonly unknown[]): Truth {
  if (!Object.hasOwn(schema, 'unevaluatedItems')) return true;
  const evaluated = evaluatedItems(interpreter, withoutKeyword(schema, 'unevaluatedItems'), value);
  if (evaluated === 'unknown') return 'unknown';
  return every(value.entries(), ([i, item]) => (evaluated.has(i) ? true : interpreter.validates(schema.unevaluatedItems, item)));
}

export function evaluateObject(interpreter: Interpreter, schema: Schema, value: Schema): Truth {
  const names = Object.keys(value);
  return allOf([
    () => bound(schema, 'minProperties', (limit) => names.length >= limit),
    () => bound(schema, 'maxProperties', (limit) => names.length <= limit),
    () => (Object.hasOwn(schema, 'required') ? hasAll(schema.required, value) : true),
    () => dependenciesHold(interpreter, schema, value),
    () => (Object.hasOwn(schema, 'propertyNames') ? every(names, (name) => interpreter.validates(schema.propertyNames, name)) : true),
    () => every(names, (name) => propertyHolds(interpreter, schema, name, value[name])),
    () => unevaluatedPropertiesHold(interpreter, schema, value),
  ]);
}

function hasAll(required: unknown, value: Schema): Truth {
  if (!Array.isArray(required)) return 'unknown';
  return every(required, (name) => (typeof name === 'string' ? Object.hasOwn(value, name) : 'unknown'));
}

function dependenciesHold(interpreter: Interpreter, schema: Schema, value: Schema): Truth {
  const { dependentRequired = {}, dependentSchemas = {} } = schema;
  if (!isSchemaMap(dependentRequired) || !isSchemaMap(dependentSchemas)) return 'unknown';
  const present = (map: Schema) => Object.keys(map).filter((name) => Object.hasOwn(value, name));
  return allOf([
    ...present(dependentRequired).map((name) => () => hasAll(dependentRequired[name], value)),
    ...present(dependentSchemas).map((name) => () => interpreter.validates(dependentSchemas[name], value)),
  ]);
}

function propertyHolds(interpreter: Interpreter, schema: Schema, name: string, value: unknown): Truth {
  const schemas = schemasForName(schema, name);
  return schemas === 'unknown' ? 'unknown' : every(schemas, (part) => interpreter.validates(part, value));
}

/** What `properties`, `patternProperties` and `additionalProperties` of one schema say about a property. */
export function schemasForName(schema: Schema, name: string): readonly unknown[] | 'unknown' {
  const { properties = {}, patternProperties = {} } = schema;
  if (!isSchemaMap(properties) || !isSchemaMap(patternProperties)) return 'unknown';
  const found: unknown[] = [];
  if (Object.hasOwn(properties, name)) found.push(properties[name]);
  for (const [pattern, part] of Object.entries(patternProperties)) {
    const matched = matchesPattern(pattern, name);
    if (matched === undefined) return 'unknown';
    if (matched) found.push(part);
  }
  if (found.length === 0 && Object.hasOwn(schema, 'additionalProperties')) found.push(ownValue(schema, 'additionalProperties'));
  return found;
}

function unevaluatedPropertiesHold(interpreter: Interpreter, schema: Schema, value: Schema): Truth {
  if (!Object.hasOwn(schema, 'unevaluatedProperties')) return true;
  const evaluated = evaluatedNames(interpreter, withoutKeyword(schema, 'unevaluatedProperties'), value);
  if (evaluated === 'unknown') return 'unknown';
  return every(Object.keys(value), (name) => (evaluated.has(name) ? true : interpreter.validates(schema.unevaluatedProperties, value[name])));
}

/** The schema as it is before its own `unevaluated…` is looked at. */
function withoutKeyword(schema: Schema, keyword: string): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
}
