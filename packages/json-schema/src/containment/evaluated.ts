import { schemasForName } from './interpret-keywords.ts';
import type { Interpreter, Truth } from './interpreter.ts';
import { isRecord, MAX_DEPTH } from './json-value.ts';

type Schema = { readonly [keyword: string]: unknown };

/** In-place schemas one answer may look at. */
const MAX_PARTS = 5_000;

/**
 * Every schema that applies to the value at the same place and accepts it, the given one first: what `unevaluatedProperties`
 * and `unevaluatedItems` look through (JSON Schema Core 2020-12, section 11). `from` itself must accept the value.
 */
function applied(interpreter: Interpreter, from: unknown, value: unknown): readonly Schema[] | 'unknown' {
  const found = new Set<Schema>();
  const open: unknown[] = [from];
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    if (!isRecord(schema) || found.has(schema)) continue;
    found.add(schema);
    if (found.size > MAX_PARTS) return 'unknown';
    const inner = appliedWithin(interpreter, schema, value);
    if (inner === 'unknown') return 'unknown';
    open.push(...inner);
  }
  return [...found];
}

function appliedWithin(interpreter: Interpreter, schema: Schema, value: unknown): readonly unknown[] | 'unknown' {
  const { $ref, allOf = [], anyOf = [], oneOf = [], dependentSchemas = {} } = schema;
  if (!Array.isArray(allOf) || !Array.isArray(anyOf) || !Array.isArray(oneOf) || !isRecord(dependentSchemas)) return 'unknown';
  const inner: unknown[] = [...allOf];
  if (typeof $ref === 'string') inner.push(interpreter.set.resolve($ref));
  if (isRecord(value))
    inner.push(
      ...Object.keys(dependentSchemas)
        .filter((name) => Object.hasOwn(value, name))
        .map((name) => dependentSchemas[name]),
    );
  const truths: Truth[] = [];
  const pushIfValid = (part: unknown) => {
    const truth = interpreter.validates(part, value);
    truths.push(truth);
    if (truth === true) inner.push(part);
  };
  [...anyOf, ...oneOf].forEach(pushIfValid);
  if (Object.hasOwn(schema, 'if')) {
    pushIfValid(schema.if);
    inner.push(truths.at(-1) === true ? schema.then : schema.else);
  }
  return truths.includes('unknown') ? 'unknown' : inner.filter((part) => part !== undefined);
}

/** The names of the properties of `value` that some applied schema speaks about. */
export function evaluatedNames(interpreter: Interpreter, schema: Schema, value: Schema): ReadonlySet<string> | 'unknown' {
  const schemas = applied(interpreter, schema, value);
  if (schemas === 'unknown') return 'unknown';
  const names = new Set<string>();
  for (const part of schemas) {
    for (const name of Object.keys(value)) {
      const about = schemasForName(part, name);
      if (about === 'unknown') return 'unknown';
      if (about.length > 0 || Object.hasOwn(part, 'unevaluatedProperties')) names.add(name);
    }
  }
  return names;
}

/** The indexes of the items of `value` that some applied schema speaks about. */
export function evaluatedItems(interpreter: Interpreter, schema: Schema, value: readonly unknown[]): ReadonlySet<number> | 'unknown' {
  const schemas = applied(interpreter, schema, value);
  if (schemas === 'unknown') return 'unknown';
  const indexes = new Set<number>();
  for (const part of schemas) {
    const all = Object.hasOwn(part, 'items') || Object.hasOwn(part, 'unevaluatedItems');
    const prefix = Array.isArray(part.prefixItems) ? part.prefixItems.length : 0;
    for (const [i, item] of value.entries()) {
      const contained = Object.hasOwn(part, 'contains') ? interpreter.validates(part.contains, item) : false;
      if (contained === 'unknown') return 'unknown';
      if (all || i < prefix || contained) indexes.add(i);
    }
  }
  return indexes;
}

/** Keywords that say which properties there are. An object without any of them is a map of anything. */
const NAMING = ['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties'];

/**
 * Whether a sender that puts only declared properties into its objects would send this value, of which the schemas are known
 * to accept it. The values that `enum` and `const` list are sent as they stand.
 */
export function isSendable(interpreter: Interpreter, schemas: readonly unknown[], value: unknown, depth = 0): Truth {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > MAX_DEPTH) return 'unknown';
  const parts = new Set<Schema>();
  for (const schema of schemas) {
    const found = applied(interpreter, schema, value);
    if (found === 'unknown') return 'unknown';
    for (const part of found) parts.add(part);
  }
  const all = [...parts];
  if (all.some((part) => Object.hasOwn(part, 'enum') || Object.hasOwn(part, 'const'))) return true;
  const isMap = !all.some((part) => NAMING.some((keyword) => Object.hasOwn(part, keyword)));
  for (const [key, item] of Object.entries(value)) {
    const about = Array.isArray(value) ? all.flatMap((part) => schemasForItem(part, Number(key))) : schemasFor(all, key);
    if (about === 'unknown') return 'unknown';
    if (about.length === 0 && !Array.isArray(value) && !isMap && !all.some((part) => namesDemanded(part).includes(key))) return false;
    const sendable = isSendable(interpreter, about, item, depth + 1);
    if (sendable !== true) return sendable;
  }
  return true;
}

/** What a sender has to send, it sends, described or not. */
export function namesDemanded({ required, dependentRequired }: Schema): readonly string[] {
  const lists = [required, ...(isRecord(dependentRequired) ? Object.values(dependentRequired) : [])];
  return lists.flatMap((list) => (Array.isArray(list) ? list : [])).filter((name) => typeof name === 'string');
}

function schemasFor(parts: readonly Schema[], name: string): readonly unknown[] | 'unknown' {
  const found: unknown[] = [];
  for (const part of parts) {
    const about = schemasForName(part, name);
    if (about === 'unknown') return 'unknown';
    found.push(...about);
    if (about.length === 0 && Object.hasOwn(part, 'unevaluatedProperties')) found.push(part.unevaluatedProperties);
  }
  return found;
}

function schemasForItem(part: Schema, index: number): readonly unknown[] {
  const prefix = Array.isArray(part.prefixItems) ? part.prefixItems : [];
  if (index < prefix.length) return [prefix[index]];
  return ['items', 'unevaluatedItems'].filter((keyword) => Object.hasOwn(part, keyword)).map((keyword) => part[keyword]);
}
