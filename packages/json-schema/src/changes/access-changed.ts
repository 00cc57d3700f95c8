import { asBefore, booleanOf, defineChange } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';

interface AccessChanged {
  readonly label: string;
  readonly keyword: 'readOnly' | 'writeOnly';
  readonly added: boolean;
}

export const accessChanged = defineChange<SchemaElement, AccessChanged>({
  id: 'access-changed',
  on: 'schema',
  // A property that became readOnly is ignored or refused in a request, one that became writeOnly is gone from the response.
  // In the other direction the flag says nothing, and taking it away only allows more.
  impact({ keyword, added }, direction) {
    const concerned = keyword === (direction === 'output' ? 'writeOnly' : 'readOnly');
    const verdict = concerned ? 'dangerous' : 'compatible';
    return added ? { backward: verdict, forward: 'compatible' } : { backward: 'compatible', forward: verdict };
  },
  message: ({ label, keyword, added }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} is ${added ? 'now' : 'no longer'} \`${keyword}\`.`,
  remedies: ({ keyword }, sides) => asBefore(sides, keyword),
  changed(before, after, report) {
    for (const keyword of ['readOnly', 'writeOnly'] as const) {
      const added = has(after, keyword);
      if (added !== has(before, keyword))
        report({ label: after.label, keyword, added }, after.effective().all(keyword)[0], { related: before.effective().all(keyword)[0] });
    }
  },
});

function has(element: SchemaElement, keyword: string): boolean {
  return element
    .effective()
    .all(keyword)
    .some((node) => booleanOf(node) === true);
}
