import type { ScalarValue } from './node.ts';

const INTEGER = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const SPECIAL: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ...['', '~', 'null', 'Null', 'NULL'].map((text) => [text, null] as const),
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((text) => [text, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((text) => [text, -Infinity] as const),
  ...['.nan', '.NaN', '.NAN'].map((text) => [text, NaN] as const),
]);
const LONGEST_SPECIAL = 5;

/**
 * The value of a plain scalar by the core schema of YAML 1.2 (section 10.3.2): `yes` and dates are text.
 * A number too large for JavaScript becomes infinite, as `JSON.parse` has it.
 */
export function plainValue(text: string): ScalarValue {
  if (text.length <= LONGEST_SPECIAL) {
    const special = SPECIAL.get(text);
    if (special !== undefined) return special;
  }
  const first = text.charCodeAt(0);
  const digit = first >= 48 && first <= 57;
  if (!digit && first !== 45 && first !== 43 && first !== 46) return text;
  return numberValue(text) ?? text;
}

function numberValue(text: string): number | undefined {
  return FLOAT.test(text) || INTEGER.test(text) ? Number(text) : undefined;
}

/** The value that an explicit tag of the core schema demands, or `undefined` where the text is no such value. */
export function taggedValue(text: string, tag: string): ScalarValue | undefined {
  switch (tag) {
    case 'null':
      return plainValue(text) === null ? null : undefined;
    case 'bool':
      return typeof plainValue(text) === 'boolean' ? plainValue(text) : undefined;
    case 'int':
      return INTEGER.test(text) ? Number(text) : undefined;
    case 'float':
      return typeof plainValue(text) === 'number' ? plainValue(text) : undefined;
    default:
      return text;
  }
}

/**
 * The short name of a tag as written: `!!int` and `!<tag:yaml.org,2002:int>` are `int`; other tags give the scalar its text,
 * as `!` does. What `%TAG` declares is not followed: no contract uses it.
 */
export function tagName(raw: string): string {
  const short = /^!!(\w+)$/.exec(raw) ?? /^!<tag:yaml\.org,2002:(\w+)>$/.exec(raw);
  return short?.[1] ?? 'str';
}
