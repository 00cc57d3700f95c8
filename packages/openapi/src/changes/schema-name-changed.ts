import { defineChange, HARMLESS } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface SchemaNameChanged {
  readonly from: string | null;
  readonly to: string | null;
}

export const schemaNameChanged = defineChange<SchemaElement, SchemaNameChanged>({
  id: 'schema-name-changed',
  on: 'schema',
  only: 'source',
  // The name of a component is not on the wire.
  impact: () => HARMLESS,
  // It is the name of a class in generated code.
  beyond: () => ({ source: 'dangerous' }),
  message({ from, to }) {
    if (from === null) return `The component \`${to}\` was extracted.`;
    return to === null ? `The component \`${from}\` was inlined.` : `The component \`${from}\` is now called \`${to}\`.`;
  },
  changed(before, after, report) {
    const [from, to] = [componentOf(before), componentOf(after)];
    if (from !== to) report({ from, to });
  },
});

const SECTIONS = ['schemas', 'definitions'];

function componentOf({ node }: SchemaElement): string | null {
  const section = node.parent?.entry?.name ?? '';
  return SECTIONS.includes(section) ? (node.entry?.name ?? null) : null;
}
