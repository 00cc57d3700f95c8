export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member `key` as an object; an empty one when it is anything else. */
export function objectAt(value: JsonObject, key: string): JsonObject {
  const member = value[key];
  return isObject(member) ? member : {};
}

export function listAt(value: JsonObject, key: string): readonly Json[] {
  const member = value[key];
  return Array.isArray(member) ? (member as readonly Json[]) : [];
}

export function textAt(value: JsonObject, key: string): string | undefined {
  const member = value[key];
  return typeof member === 'string' ? member : undefined;
}

export function numberAt(value: JsonObject, key: string): number | undefined {
  const member = value[key];
  return typeof member === 'number' ? member : undefined;
}

/**
 * GitHub's own example with our state laid over it: members of `state` win, what it leaves out keeps the example's value,
 * and each item of a list is laid over the example's first item.
 */
export function overlay(example: Json | undefined, state: Json): Json {
  if (Array.isArray(state)) {
    const model: Json | undefined = Array.isArray(example) ? (example as readonly Json[])[0] : undefined;
    return (state as readonly Json[]).map((item) => (isObject(item) ? overlay(model, item) : item));
  }
  if (!isObject(state) || !isObject(example)) return state;
  const merged: Record<string, Json | undefined> = { ...example };
  for (const [key, value] of Object.entries(state)) merged[key] = value === undefined ? undefined : overlay(example[key], value);
  return merged;
}
