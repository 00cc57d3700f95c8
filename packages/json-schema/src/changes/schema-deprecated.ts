import { defineChange, HARMLESS } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';

interface SchemaDeprecated {
  readonly label: string;
  readonly deprecated: boolean;
  /** The day on which it goes, if that is said. */
  readonly sunset: string | null;
}

export const schemaDeprecated = defineChange<SchemaElement, SchemaDeprecated>({
  id: 'schema-deprecated',
  on: 'schema',
  // An announcement: nothing on the wire changes yet.
  impact: () => HARMLESS,
  // Without a day nobody knows how much time is left.
  beyond: ({ deprecated, sunset }) => (deprecated ? { source: 'compatible', semantic: sunset === null ? 'dangerous' : 'compatible' } : {}),
  message: ({ label, deprecated, sunset }) =>
    `${label.charAt(0).toUpperCase()}${label.slice(1)} is ${deprecated ? 'now' : 'no longer'} deprecated${sunset === null ? '' : `, with its sunset on ${sunset}`}.`,
  changed(before, after, report) {
    const lifecycle = after.lifecycle();
    const { deprecated, sunset = null } = lifecycle;
    if (deprecated === before.lifecycle().deprecated) return;
    report({ label: after.label, deprecated, sunset: deprecated ? sunset : null }, after.effective().all('deprecated')[0], {
      related: before.effective().all('deprecated')[0],
      lifecycle: { ...lifecycle, of: 'head' },
    });
  },
});
