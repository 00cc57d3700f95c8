import { type Node, sourceOf } from '@breakwater/core';

const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/;

/** Other values that a scalar may have been meant as: a number or truth value written as a text, the other way round, or another case of a listed value. */
export function sayingTheSame(node: Node, listed: readonly unknown[]): readonly (string | number | boolean)[] {
  if (node.kind !== 'scalar' || node.value === null) return [];
  if (typeof node.value !== 'string') return [sourceOf(node)];
  const text = node.value;
  const cased = listed.filter((value): value is string => typeof value === 'string' && value !== text && value.toLowerCase() === text.toLowerCase());
  return [...(NUMBER.test(text) ? [Number(text)] : []), ...(/^(true|false)$/.test(text) ? [text === 'true'] : []), ...cased];
}
