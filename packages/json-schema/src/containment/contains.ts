import type { Containment, ContainmentOptions, JsonSchema, SchemaSet, Side } from './side.ts';

/** Questions about the same two sets share what was found out before. */
export interface ContainmentSession {
  contains(sub: JsonSchema, sup: JsonSchema): Containment;
}

/** A session for many questions about the same two sets. */
export function createContainment(_subSet: SchemaSet, _supSet: SchemaSet, _options: ContainmentOptions = {}): ContainmentSession {
  return { contains: () => ({ kind: 'unknown', reason: 'not built yet' }) };
}

/** Is every value of `sub` a value of `sup`? Never throws. */
export function contains(sub: Side, sup: Side, options: ContainmentOptions = {}): Containment {
  return createContainment(sub.set, sup.set, options).contains(sub.schema, sup.schema);
}
