import { isRecord } from './json-value.ts';
import { Search } from './search.ts';
import type { JsonSchema, Side, Step } from './side.ts';

/** Steps of one search for a value. */
const BUDGET = 5_000;

/** A small value of the schema, or undefined when none was found. Prefers the schema's own examples, defaults and constants. */
export function sample({ schema, set }: Side): { readonly value: unknown } | undefined {
  return attempt(() => find({ schema, set }, true));
}

/** A value of `parent` that carries `value` at `step`; the rest is sampled. Undefined when none was found. */
export function embed(parent: Side, step: Step, value: unknown): { readonly value: unknown } | undefined {
  return attempt(() => find(parent, demandOf(parent.schema, step, value)));
}

/** Undefined also when the search breaks off: values may be nested more deeply than anything here follows. */
function attempt<T>(search: () => T | undefined): T | undefined {
  try {
    return search();
  } catch {
    return undefined;
  }
}

/** A value that satisfies both schemas, with declared properties only where that is possible. */
function find({ schema, set }: Side, demand: JsonSchema): { readonly value: unknown } | undefined {
  for (const declared of [true, false]) {
    const search = new Search(declared);
    search.begin(BUDGET);
    const outcome = search.solve([search.literals.literal(schema, set, true, declared), search.literal(demand, true)]);
    if (outcome.kind === 'found') return { value: outcome.value };
  }
  return undefined;
}

/** Satisfied by exactly the values that carry `value` at the step. */
function demandOf(parent: JsonSchema, step: Step, value: unknown): JsonSchema {
  const pinned = { const: value };
  if ('property' in step) return { type: 'object', required: [step.property], properties: Object.fromEntries([[step.property, pinned]]) };
  if ('items' in step) return { type: 'array', contains: pinned };
  if ('prefixItem' in step)
    return { type: 'array', minItems: step.prefixItem + 1, prefixItems: [...Array.from({ length: step.prefixItem }, () => true), pinned] };
  if ('additional' in step) return { type: 'object', not: { ...othersOf(parent), additionalProperties: { not: pinned } } };
  return carrying(value);
}

function othersOf(parent: JsonSchema): { readonly [keyword: string]: unknown } {
  if (typeof parent === 'boolean') return {};
  const allowing = (given: unknown) => (isRecord(given) ? Object.fromEntries(Object.keys(given).map((name) => [name, true])) : {});
  return { properties: allowing(parent.properties), patternProperties: allowing(parent.patternProperties) };
}

/** An object may need more properties for its parent than for a branch of it; any other value is what it is. */
function carrying(value: unknown): JsonSchema {
  if (!isRecord(value)) return { const: value };
  const names = Object.keys(value);
  return { type: 'object', required: names, properties: Object.fromEntries(names.map((name) => [name, { const: value[name] }])) };
}
