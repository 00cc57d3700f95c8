import type { Change } from './change.ts';
import type { Element } from './element.ts';
import type { Rule } from './rule.ts';

/** Declares a rule; the kinds of elements come from the format, which binds `E` to its own. */
export function defineRule<E extends Element, Data extends object, Options extends object = object>(rule: Rule<E, Data, Options>): Rule<E, Data, Options> {
  return rule;
}

export function defineChange<E extends Element, Data extends object>(change: Change<E, Data>): Change<E, Data> {
  return change;
}
