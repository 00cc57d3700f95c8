import type { Side, Step } from './side.ts';

/** A small value of the schema, or undefined when none was found. Prefers the schema's own examples, defaults and constants. */
export function sample(_side: Side): { readonly value: unknown } | undefined {
  return undefined;
}

/** A value of `parent` that carries `value` at `step`; the rest is sampled. Undefined when none was found. */
export function embed(_parent: Side, _step: Step, _value: unknown): { readonly value: unknown } | undefined {
  return undefined;
}
