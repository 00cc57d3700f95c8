import type { JsonSchema, Side } from '../../src/containment/index.ts';

/** A schema with what its references lead to. */
export function side(schema: JsonSchema, targets: Readonly<Record<string, JsonSchema>> = {}): Side {
  return { schema, set: { resolve: (ref) => (Object.hasOwn(targets, ref) ? targets[ref] : undefined) } };
}
