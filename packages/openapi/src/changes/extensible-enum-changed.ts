import { defineChange, HARMLESS, itemsOf, toValue } from '@breakwater/core';
import { keyOf, type SchemaElement } from '@breakwater/json-schema';

interface ExtensibleEnumChanged {
  readonly label: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** `x-extensible-enum`: the values that are known today, of a list that may grow. */
export const extensibleEnumChanged = defineChange<SchemaElement, ExtensibleEnumChanged>({
  id: 'extensible-enum-changed',
  on: 'schema',
  // That values come is what the list says of itself. A value that is gone from a request may be refused from now on.
  impact: ({ removed }, direction) => (removed.length > 0 && direction === 'input' ? { backward: 'dangerous', forward: 'compatible' } : HARMLESS),
  // The constant is gone from what is generated.
  beyond: ({ removed }) => ({ source: removed.length > 0 ? 'breaking' : 'compatible' }),
  message: ({ label, added, removed }) =>
    `The known values of ${label} changed: ${[...added.map((value) => `\`${value}\` is new`), ...removed.map((value) => `\`${value}\` is gone`)].join(', ')}.`,
  changed(before, after, report) {
    const [old, now] = [valuesOf(before), valuesOf(after)];
    // A list that is new, or gone as a whole, says nothing of its values.
    if (old.size === 0 || now.size === 0) return;
    const added = [...now].filter((value) => !old.has(value));
    const removed = [...old].filter((value) => !now.has(value));
    if (added.length + removed.length > 0)
      report({ label: after.label, added, removed }, after.effective().all(KEY)[0], { related: before.effective().all(KEY)[0] });
  },
});

const KEY = 'x-extensible-enum';

function valuesOf(element: SchemaElement): ReadonlySet<string> {
  const items = element.effective().all(KEY).flatMap(itemsOf);
  return new Set(items.map((item) => toValue(item)).map((value) => (typeof value === 'string' ? value : keyOf(value))));
}
