import { every, type Interpreter, not, some, type Truth } from './interpreter.ts';
import { isRecord, type JsonType, keyOf, sameJson } from './json-value.ts';
import { isConstraining } from './keywords.ts';

type Schema = { readonly [keyword: string]: unknown };

/** The keywords that speak about values of every type. */
export function evaluateLogic(interpreter: Interpreter, schema: Schema, value: unknown, type: JsonType): Truth {
  const keywords = Object.keys(schema);
  if (keywords.some(isConstraining)) return 'unknown';
  return every(keywords, (keyword) => keywordHolds(interpreter, schema, keyword, value, type));
}

function keywordHolds(interpreter: Interpreter, schema: Schema, keyword: string, value: unknown, type: JsonType): Truth {
  const given = schema[keyword];
  switch (keyword) {
    case 'type':
      return hasType(given, value, type);
    case 'const':
      return sameJson(given, value) ?? 'unknown';
    case 'enum':
      return Array.isArray(given) ? isListed(given, value) : 'unknown';
    case 'allOf':
      return Array.isArray(given) ? every(given, (part) => interpreter.validates(part, value)) : 'unknown';
    case 'anyOf':
      return Array.isArray(given) ? some(given, (part) => interpreter.validates(part, value)) : 'unknown';
    case 'oneOf':
      return Array.isArray(given) ? exactlyOne(given.map((part) => interpreter.validates(part, value))) : 'unknown';
    case 'not':
      return not(interpreter.validates(given, value));
    case '$ref':
      return referenced(interpreter, given, value);
    case 'if':
      return conditional(schema, (part) => interpreter.validates(part, value));
    default:
      return true;
  }
}

const listed = new WeakMap<readonly unknown[], ReadonlySet<string> | undefined>();

/** Long lists are asked often. */
function isListed(given: readonly unknown[], value: unknown): Truth {
  if (!listed.has(given)) {
    const keys = given.map((member) => keyOf(member)).filter((key) => key !== undefined);
    listed.set(given, keys.length === given.length ? new Set(keys) : undefined);
  }
  const key = keyOf(value);
  return key === undefined ? 'unknown' : (listed.get(given)?.has(key) ?? 'unknown');
}

const TYPE_NAMES: readonly unknown[] = ['null', 'boolean', 'number', 'integer', 'string', 'array', 'object'];

function hasType(given: unknown, value: unknown, type: JsonType): Truth {
  const names: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (!names.every((name) => TYPE_NAMES.includes(name))) return 'unknown';
  return names.includes(type) || (names.includes('integer') && Number.isInteger(value));
}

function exactlyOne(truths: readonly Truth[]): Truth {
  const valid = truths.filter((truth) => truth === true).length;
  if (valid > 1) return false;
  return truths.includes('unknown') ? 'unknown' : valid === 1;
}

function referenced(interpreter: Interpreter, ref: unknown, value: unknown): Truth {
  const target = typeof ref === 'string' ? interpreter.set.resolve(ref) : undefined;
  return target === undefined ? 'unknown' : interpreter.validates(target, value);
}

function conditional(schema: Schema, ask: (part: unknown) => Truth): Truth {
  const branch = (keyword: string) => (Object.hasOwn(schema, keyword) ? ask(schema[keyword]) : true);
  const condition = ask(schema.if);
  if (condition !== 'unknown') return branch(condition ? 'then' : 'else');
  const [then, otherwise] = [branch('then'), branch('else')];
  return then === otherwise ? then : 'unknown';
}

/** Whether the value of a keyword is a map of schemas; anything else is not understood. */
export function isSchemaMap(given: unknown): given is Schema {
  return isRecord(given);
}
