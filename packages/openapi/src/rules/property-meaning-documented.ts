import { child, defineRule, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { propertyNameOf } from '../model/property-name.ts';

interface Undescribed {
  readonly name: string;
}

export const propertyMeaningDocumented = defineRule<SchemaElement, Undescribed>({
  id: 'property-meaning-documented',
  on: 'schema',
  severity: 'info',
  preset: 'full',
  message: ({ name }) => `What \`${name}\` means is not said.`,
  check({ node, effective }, report) {
    const name = propertyNameOf(node);
    if (
      name !== undefined &&
      !effective()
        .all('description')
        .some((text) => stringOf(text)?.trim()) &&
      !child(node, 'title')
    )
      report({ name });
  },
});
