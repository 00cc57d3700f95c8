import type { Move } from '@breakwater/core';
import { BOUNDS, type BoundKeyword } from '../effective.ts';
import { defineSchemaChange, tolerantReader } from '../schema-change.ts';
import type { SchemaElement } from '../schema-element.ts';

interface BoundChanged {
  readonly keyword: BoundKeyword;
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly move: Move;
}

export const boundChanged = defineSchemaChange<BoundChanged>({
  id: 'bound-changed',
  about: ({ keyword }, receiver) => demandOf(receiver, keyword),
  move: ({ move }) => move,
  // A consumer seldom checks what it reads against limits, so a provider that writes more freely is told of and does not fail by itself.
  policy: tolerantReader,
  message: ({ keyword, label, from, to, move }) => `\`${keyword}\` of ${label} ${move} from ${from ?? 'no limit'} to ${to ?? 'no limit'}.`,
  changed(before, after, report) {
    const [old, now] = [before.effective().bounds, after.effective().bounds];
    for (const keyword of BOUNDS) {
      const from = old.get(keyword)?.value ?? null;
      const to = now.get(keyword)?.value ?? null;
      if (from !== to)
        report({ keyword, label: after.label, from, to, move: moveOf(keyword, from, to) }, now.get(keyword)?.node, { related: old.get(keyword)?.node });
    }
  },
});

/** A number may be bounded by `maximum` in one version and by `exclusiveMaximum` in the other. */
function demandOf(receiver: SchemaElement, keyword: BoundKeyword) {
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

/** A higher `max…` admits more values; a higher `min…` admits fewer. No limit is the loosest of all. */
function moveOf(keyword: BoundKeyword, from: number | null, to: number | null): Move {
  const isUpper = keyword.toLowerCase().includes('max');
  const loosest = isUpper ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const rises = (to ?? loosest) > (from ?? loosest);
  return rises === isUpper ? 'widened' : 'narrowed';
}
