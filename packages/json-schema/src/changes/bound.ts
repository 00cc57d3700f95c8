import type { Move } from '@breakwater/core';
import type { BoundKeyword } from '../effective.ts';
import type { SchemaElement } from '../schema-element.ts';

/** A number may be bounded by `maximum` in one version and by `exclusiveMaximum` in the other. */
export function demandOf(receiver: SchemaElement, keyword: BoundKeyword) {
  const demand: Record<string, number> = {};
  for (const name of PARTNERS[keyword] ?? [keyword]) {
    const bound = receiver.effective().bounds.get(name);
    if (bound) demand[name] = bound.value;
  }
  return demand;
}

const PARTNERS: Readonly<Partial<Record<BoundKeyword, readonly BoundKeyword[]>>> = {
  maximum: ['maximum', 'exclusiveMaximum'],
  exclusiveMaximum: ['maximum', 'exclusiveMaximum'],
  minimum: ['minimum', 'exclusiveMinimum'],
  exclusiveMinimum: ['minimum', 'exclusiveMinimum'],
};

type Bounds = ReturnType<SchemaElement['effective']>['bounds'];

/** The one keyword that stood before in the place of the one that stands there now: `maximum` for `exclusiveMaximum`. */
export function replacedBy(keyword: BoundKeyword, old: Bounds, now: Bounds): BoundKeyword {
  const partner = PARTNERS[keyword]?.find((one) => one !== keyword);
  const isAlone = partner !== undefined && old.has(partner) && !old.has(keyword) && now.has(keyword) && !now.has(partner);
  return isAlone ? partner : keyword;
}

export function isReplaced(keyword: BoundKeyword, old: Bounds, now: Bounds): boolean {
  return PARTNERS[keyword]?.some((one) => one !== keyword && replacedBy(one, old, now) === keyword) ?? false;
}

/** A higher `max…` admits more values; a higher `min…` admits fewer. No limit is the loosest of all. */
export function moveOf(keyword: BoundKeyword, was: BoundKeyword, from: number | null, to: number | null): Move {
  if (keyword !== was && from === to) return keyword.startsWith('exclusive') ? 'narrowed' : 'widened';
  const isUpper = keyword.toLowerCase().includes('max');
  const loosest = isUpper ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const rises = (to ?? loosest) > (from ?? loosest);
  return rises === isUpper ? 'widened' : 'narrowed';
}
