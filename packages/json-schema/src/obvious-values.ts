import type { JsonSchema } from './containment/index.ts';

/** Texts and lists longer than this are no obvious ones. */
const MOST = 1_000;

/** A few values that mostly fit what is said of numbers, texts, lists and objects as such: at the bounds, and with all that is required. */
export function obviousValues(schemas: readonly JsonSchema[]): readonly unknown[] {
  const says = (keyword: string) => schemas.flatMap((schema) => (typeof schema === 'boolean' || schema[keyword] === undefined ? [] : [schema[keyword]]));
  const bounds = (keyword: string) => says(keyword).filter((bound) => typeof bound === 'number');
  const most = (keyword: string) => Math.min(MOST, Math.max(0, ...bounds(keyword)));
  const required = says('required').flatMap((names) => (Array.isArray(names) ? names.map(String) : []));
  const [low, high] = [bounds('minimum'), bounds('maximum')];
  const numbers = [...low, ...high, ...bounds('exclusiveMinimum').map((bound) => Math.floor(bound) + 1)];
  const object = Object.create(null);
  for (const name of required) object[name] = null;
  return [...numbers, 'a'.repeat(most('minLength')), Array.from({ length: most('minItems') }, (_, i) => i), object];
}
