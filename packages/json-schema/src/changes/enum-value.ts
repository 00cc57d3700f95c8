import type { Direction, Impact } from '@breakwater/core';
import { keyOf } from '../effective.ts';
import { tolerantReader } from '../schema-change.ts';
import type { SchemaElement } from '../schema-element.ts';

/** Values that `one` lists and `other` does not; none when one of the two does not list any. */
export function valuesOnlyIn(one: SchemaElement, other: SchemaElement): readonly unknown[] {
  const [values, others] = [one.effective().values, other.effective().values];
  if (!values || !others) return [];
  const known = new Set(others.map(keyOf));
  return values.filter((value) => !known.has(keyOf(value)) && value !== null);
}

export function valuesShared(one: SchemaElement, other: SchemaElement): boolean {
  const known = new Set(one.effective().values?.map(keyOf));
  return other.effective().values?.some((value) => known.has(keyOf(value))) ?? false;
}

/** Whether the contract said before that the list may grow: by the extension for it, or with a value for what is not known yet. */
export function saysItGrows(before: SchemaElement): boolean {
  const { all, values = [] } = before.effective();
  return all('x-extensible-enum').length > 0 || values.some((value) => typeof value === 'string' && /^unknown$/i.test(value));
}

/** A list that grew is coped with; values of which none stayed are something else. */
export function tolerantOfGrowth(impact: Impact, data: { readonly kept: boolean }, direction: Direction): Impact {
  return data.kept ? tolerantReader(impact, data, direction) : impact;
}

/** At most this many values are named in a message. */
const MAX_NAMED = 5;

export function nameValues(values: readonly unknown[]): string {
  const named = values
    .slice(0, MAX_NAMED)
    .map((value) => `\`${typeof value === 'string' ? value : keyOf(value)}\``)
    .join(', ');
  return values.length > MAX_NAMED ? `${named} and ${values.length - MAX_NAMED} more` : named;
}

/** `null` is always let through here: it has a change of its own. */
export function valuesDemandedBy(receiver: SchemaElement) {
  const { values } = receiver.effective();
  return values ? { enum: values.includes(null) ? values : [...values, null] } : true;
}

/** Of some values, those that the receiver does not list must not come; what else it lists is no matter of theirs. */
export function demandAbout(values: readonly unknown[], receiver: SchemaElement) {
  const known = new Set((receiver.effective().values ?? []).map(keyOf));
  const unknown = values.filter((value) => !known.has(keyOf(value)));
  return unknown.length > 0 ? { not: { enum: unknown } } : true;
}
