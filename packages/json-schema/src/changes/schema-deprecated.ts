import { booleanOf, defineChange, HARMLESS } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';

interface SchemaDeprecated {
  readonly label: string;
  readonly deprecated: boolean;
}

export const schemaDeprecated = defineChange<SchemaElement, SchemaDeprecated>({
  id: 'schema-deprecated',
  on: 'schema',
  // An announcement: nothing on the wire changes yet.
  impact: () => HARMLESS,
  message: ({ label, deprecated }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} is ${deprecated ? 'now' : 'no longer'} deprecated.`,
  changed(before, after, report) {
    const deprecated = isDeprecated(after);
    if (deprecated !== isDeprecated(before))
      report({ label: after.label, deprecated }, after.effective().all('deprecated')[0], { related: before.effective().all('deprecated')[0] });
  },
});

function isDeprecated(element: SchemaElement): boolean {
  return element
    .effective()
    .all('deprecated')
    .some((node) => booleanOf(node) === true);
}
