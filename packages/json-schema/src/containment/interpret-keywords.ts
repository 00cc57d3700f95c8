import { isMultiple } from './decimal.ts';
import { evaluatedItems, evaluatedNames } from './evaluated.ts';
import { MAX_TESTED_LENGTH, textFormat, wholeRange } from './formats.ts';
import { isSchemaMap } from './interpret-logic.ts';
import { every, type Interpreter, type Truth } from './interpreter.ts';
import { characterCount, keyOf, ownValue } from './json-value.ts';
import { matchesPattern } from './regex/matches.ts';

type Schema = { readonly [keyword: string]: unknown };

const NONE: Schema = {};

/** Each is asked of every value of its type, so none of them makes anything where its keyword is absent. */
const OF_NUMBERS: readonly ((schema: Schema, value: number) => Truth)[] = [
  (schema, value) => bound(schema, 'minimum', value, isAtLeast),
  (schema, value) => bound(schema, 'maximum', value, isAtMost),
  (schema, value) => bound(schema, 'exclusiveMinimum', value, (number, limit) => number > limit),
  (schema, value) => bound(schema, 'exclusiveMaximum', value, (number, limit) => number < limit),
  (schema, value) => (typeof schema.multipleOf === 'number' && schema.multipleOf <= 0 ? 'unknown' : bound(schema, 'multipleOf', value, isMultiple)),
  (schema, value) => (Object.hasOwn(schema, 'format') ? hasWholeFormat(schema.format, value) : true),
];

const OF_STRINGS: readonly ((schema: Schema, value: string) => Truth)[] = [
  (schema, value) => ('minLength' in schema ? bound(schema, 'minLength', characterCount(value), isAtLeast) : true),
  (schema, value) => ('maxLength' in schema ? bound(schema, 'maxLength', characterCount(value), isAtMost) : true),
  (schema, value) => (Object.hasOwn(schema, 'pattern') ? matches(schema.pattern, value) : true),
  (schema, value) => (Object.hasOwn(schema, 'format') ? hasFormat(schema.format, value) : true),
];

const OF_ARRAYS: readonly ((schema: Schema, value: readonly unknown[], interpreter: Interpreter) => Truth)[] = [
  (schema, value) => bound(schema, 'minItems', value.length, isAtLeast),
  (schema, value) => bound(schema, 'maxItems', value.length, isAtMost),
  uniqueness,
  itemsHold,
  containsHolds,
  unevaluatedItemsHold,
];

const OF_OBJECTS: readonly ((schema: Schema, value: Schema, interpreter: Interpreter, names: readonly string[]) => Truth)[] = [
  (schema, _value, _interpreter, names) => bound(schema, 'minProperties', names.length, isAtLeast),
  (schema, _value, _interpreter, names) => bound(schema, 'maxProperties', names.length, isAtMost),
  (schema, value) => (Object.hasOwn(schema, 'required') ? hasAll(schema.required, value) : true),
  dependentNames,
  dependentSchemasHold,
  (schema, _value, interpreter, names) =>
    Object.hasOwn(schema, 'propertyNames') ? every(names, (name) => interpreter.validates(schema.propertyNames, name)) : true,
  (schema, value, interpreter, names) => every(names, (name) => propertyHolds(interpreter, schema, name, value[name])),
  unevaluatedPropertiesHold,
];

export function evaluateNumber(schema: Schema, value: number): Truth {
  return every(OF_NUMBERS, (holds) => holds(schema, value));
}

export function evaluateString(schema: Schema, value: string): Truth {
  return every(OF_STRINGS, (holds) => holds(schema, value));
}

export function evaluateArray(interpreter: Interpreter, schema: Schema, value: readonly unknown[]): Truth {
  return every(OF_ARRAYS, (holds) => holds(schema, value, interpreter));
}

export function evaluateObject(interpreter: Interpreter, schema: Schema, value: Schema): Truth {
  const names = Object.keys(value);
  return every(OF_OBJECTS, (holds) => holds(schema, value, interpreter, names));
}

/** Holds when the keyword is absent; `unknown` when its value is no number. */
function bound(schema: Schema, keyword: string, actual: number, holds: (actual: number, limit: number) => boolean): Truth {
  if (!Object.hasOwn(schema, keyword)) return true;
  const limit = schema[keyword];
  return typeof limit === 'number' && Number.isFinite(limit) ? holds(actual, limit) : 'unknown';
}

function isAtLeast(actual: number, limit: number): boolean {
  return actual >= limit;
}

function isAtMost(actual: number, limit: number): boolean {
  return actual <= limit;
}

function hasWholeFormat(format: unknown, value: number): Truth {
  const range = wholeRange(format);
  if (!range) return true;
  return Number.isInteger(value) && BigInt(value) >= range.low && BigInt(value) <= range.high;
}

function hasFormat(name: unknown, text: string): Truth {
  const format = textFormat(name);
  if (!format) return true;
  return text.length > MAX_TESTED_LENGTH ? 'unknown' : format.test(text);
}

function matches(pattern: unknown, text: string): Truth {
  return typeof pattern === 'string' ? (matchesPattern(pattern, text) ?? 'unknown') : 'unknown';
}

function uniqueness(schema: Schema, value: readonly unknown[]): Truth {
  if (!Object.hasOwn(schema, 'uniqueItems') || schema.uniqueItems === false) return true;
  if (schema.uniqueItems !== true) return 'unknown';
  const keys = value.map((item) => keyOf(item));
  return keys.includes(undefined) ? 'unknown' : new Set(keys).size === keys.length;
}

function itemsHold(schema: Schema, value: readonly unknown[], interpreter: Interpreter): Truth {
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

function containsHolds(schema: Schema, value: readonly unknown[], interpreter: Interpreter): Truth {
  if (!Object.hasOwn(schema, 'contains')) return true;
  const truths = value.map((item) => interpreter.validates(schema.contains, item));
  const least = truths.filter((truth) => truth === true).length;
  const most = truths.filter((truth) => truth !== false).length;
  const between = (keyword: string, holds: (count: number, limit: number) => boolean, absent: number): Truth => {
    const limit = Object.hasOwn(schema, keyword) ? schema[keyword] : absent;
    if (typeof limit !== 'number') return 'unknown';
    return holds(least, limit) === holds(most, limit) ? holds(least, limit) : 'unknown';
  };
  return every([between('minContains', isAtLeast, 1), between('maxContains', isAtMost, Number.MAX_VALUE)], (truth) => truth);
}

function unevaluatedItemsHold(schema: Schema, value: readonly unknown[], interpreter: Interpreter): Truth {
  if (!Object.hasOwn(schema, 'unevaluatedItems')) return true;
  const evaluated = evaluatedItems(interpreter, withoutKeyword(schema, 'unevaluatedItems'), value);
  if (evaluated === 'unknown') return 'unknown';
  return every(value.entries(), ([i, item]) => (evaluated.has(i) ? true : interpreter.validates(schema.unevaluatedItems, item)));
}

function hasAll(required: unknown, value: Schema): Truth {
  if (!Array.isArray(required)) return 'unknown';
  return every(required, (name) => (typeof name === 'string' ? Object.hasOwn(value, name) : 'unknown'));
}

function dependentNames(schema: Schema, value: Schema): Truth {
  return dependentsOf(schema, 'dependentRequired', value, (names) => hasAll(names, value));
}

function dependentSchemasHold(schema: Schema, value: Schema, interpreter: Interpreter): Truth {
  return dependentsOf(schema, 'dependentSchemas', value, (part) => interpreter.validates(part, value));
}

/** What hangs on a property counts where the property is there. */
function dependentsOf(schema: Schema, keyword: 'dependentRequired' | 'dependentSchemas', value: Schema, holds: (given: unknown) => Truth): Truth {
  const given = schema[keyword];
  if (given === undefined) return true;
  return isSchemaMap(given) ? every(Object.keys(given), (name) => (Object.hasOwn(value, name) ? holds(given[name]) : true)) : 'unknown';
}

function propertyHolds(interpreter: Interpreter, schema: Schema, name: string, value: unknown): Truth {
  const schemas = schemasForName(schema, name);
  return schemas === 'unknown' ? 'unknown' : every(schemas, (part) => interpreter.validates(part, value));
}

/** What `properties`, `patternProperties` and `additionalProperties` of one schema say about a property. */
export function schemasForName(schema: Schema, name: string): readonly unknown[] | 'unknown' {
  const { properties = NONE, patternProperties = NONE } = schema;
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

function unevaluatedPropertiesHold(schema: Schema, value: Schema, interpreter: Interpreter): Truth {
  if (!Object.hasOwn(schema, 'unevaluatedProperties')) return true;
  const evaluated = evaluatedNames(interpreter, withoutKeyword(schema, 'unevaluatedProperties'), value);
  if (evaluated === 'unknown') return 'unknown';
  return every(Object.keys(value), (name) => (evaluated.has(name) ? true : interpreter.validates(schema.unevaluatedProperties, value[name])));
}

/** The schema as it is before its own `unevaluated…` is looked at. */
function withoutKeyword(schema: Schema, keyword: string): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
}
