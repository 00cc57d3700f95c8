import { defineChange, HARMLESS, toValue } from '@breakwater/core';
import { keyOf } from '../effective.ts';
import type { SchemaElement } from '../schema-element.ts';

interface DefaultChanged {
  readonly label: string;
  readonly what: 'added' | 'removed' | 'changed';
}

export const defaultChanged = defineChange<SchemaElement, DefaultChanged>({
  id: 'default-changed',
  on: 'schema',
  impact: () => HARMLESS,
  // No value is refused, but who leaves the input out now gets something else, and nothing tells them.
  beyond: (_data, direction) => (direction === 'input' ? { source: 'compatible', semantic: 'dangerous' } : { semantic: 'compatible' }),
  message: ({ label, what }) => `The default of ${label} was ${what}.`,
  changed(before, after, report) {
    const [old, now] = [before.effective().all('default')[0], after.effective().all('default')[0]];
    if (!old && !now) return;
    if (old && now && keyOf(toValue(old)) === keyOf(toValue(now))) return;
    report({ label: after.label, what: !old ? 'added' : now ? 'changed' : 'removed' }, now, { related: old });
  },
});
