import { asBefore, defineChange, HARMLESS, toValue } from '@breakwater/core';
import { keyOf } from '../effective.ts';
import type { SchemaElement } from '../schema-element.ts';

interface DefaultChanged {
  readonly label: string;
  readonly what: 'added' | 'removed' | 'changed';
  /** Whether it is the order of a list that has another default. */
  readonly sorts: boolean;
}

export const defaultChanged = defineChange<SchemaElement, DefaultChanged>({
  id: 'default-changed',
  on: 'schema',
  impact: () => HARMLESS,
  // No value is refused, but who leaves the input out now gets something else, and nothing tells them.
  beyond({ sorts }, direction) {
    if (direction === 'output') return { semantic: 'compatible' };
    return { source: 'compatible', semantic: sorts ? 'breaking' : 'dangerous' };
  },
  message: ({ label, what }) => `The default of ${label} was ${what}.`,
  remedies: (_data, sides) => asBefore(sides, 'default'),
  changed(before, after, report) {
    const [old, now] = [before.effective().all('default')[0], after.effective().all('default')[0]];
    if (!old && !now) return;
    if (old && now && keyOf(toValue(old)) === keyOf(toValue(now))) return;
    const sorts = /`(sort|order)([_-]?by)?`$/i.test(after.label) && old !== undefined;
    report({ label: after.label, sorts, what: !old ? 'added' : now ? 'changed' : 'removed' }, now, { related: old });
  },
});
