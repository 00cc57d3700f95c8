/** The six types of JSON values. `integer` is no type of its own here: it is a number without a fraction. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** Levels of nesting that recursive functions here follow. Beyond it the answer is `unknown`, not a stack overflow. */
export const MAX_DEPTH = 300;

/** Longest canonical text of a value; a value of shared parts may be exponentially longer than its memory. */
const MAX_KEY_LENGTH = 1_000_000;

export function jsonTypeOf(value: unknown): JsonType | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'boolean':
    case 'string':
    case 'object':
      return typeof value === 'object' ? 'object' : typeof value === 'string' ? 'string' : 'boolean';
    case 'number':
      return Number.isFinite(value) ? 'number' : undefined;
    default:
      return undefined;
  }
}

export function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own property, also for names such as `__proto__` and `constructor`. */
export function ownValue(object: { readonly [name: string]: unknown }, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A plain object in which every name, `__proto__` included, is an ordinary own property. */
export function recordOf(entries: Iterable<readonly [string, unknown]>): { [name: string]: unknown } {
  const record: { [name: string]: unknown } = {};
  for (const [name, value] of entries) Object.defineProperty(record, name, { value, writable: true, enumerable: true, configurable: true });
  return record;
}

/** Length of a string in characters, which are code points (JSON Schema Validation 2020-12, section 6.3). */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Equal text for equal values. Undefined for what is no JSON value, or is nested or repeated beyond measure. */
export function keyOf(value: unknown, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  switch (jsonTypeOf(value)) {
    case undefined:
      return undefined;
    case 'array':
      return Array.isArray(value)
        ? joined(
            '[',
            value.map((item) => keyOf(item, depth + 1)),
            ']',
          )
        : undefined;
    case 'object':
      return isRecord(value)
        ? joined(
            '{',
            Object.keys(value)
              .sort()
              .map((name) => entryKey(name, value[name], depth)),
            '}',
          )
        : undefined;
    case 'number':
      return value === 0 ? '0' : String(value); // Minus zero equals zero.
    default:
      return JSON.stringify(value);
  }
}

function entryKey(name: string, value: unknown, depth: number): string | undefined {
  const key = keyOf(value, depth + 1);
  return key === undefined ? undefined : `${JSON.stringify(name)}:${key}`;
}

function joined(open: string, parts: readonly (string | undefined)[], close: string): string | undefined {
  let length = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    length += part.length;
  }
  return length > MAX_KEY_LENGTH ? undefined : open + parts.join(',') + close;
}

/** Whether two values are equal as JSON; undefined when that cannot be told. */
export function sameJson(a: unknown, b: unknown): boolean | undefined {
  if (a === b) return true;
  if (jsonTypeOf(a) !== jsonTypeOf(b)) return false;
  const key = keyOf(a);
  const other = keyOf(b);
  return key === undefined || other === undefined ? undefined : key === other;
}
