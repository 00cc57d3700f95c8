import { defineChange, impactOf, lowered, type Move, toValue } from '@breakwater/core';
import { keyOf } from '../effective.ts';
import type { SchemaElement } from '../schema-element.ts';

interface ContentSchemaChanged {
  readonly label: string;
  readonly move: Move;
}

const WHAT: Readonly<Record<Move, string>> = { narrowed: 'added', widened: 'removed', changed: 'changed' };

export const contentSchemaChanged = defineChange<SchemaElement, ContentSchemaChanged>({
  id: 'content-schema-changed',
  on: 'schema',
  // An annotation to validators (JSON Schema 2020-12 Validation, section 8.5): nobody refuses the text by it, but who decodes it may.
  impact: ({ move }, direction = 'input') => lowered(impactOf(move, direction)),
  message: ({ label, move }) => `\`contentSchema\` of ${label} was ${WHAT[move]}.`,
  changed(before, after, report) {
    const [old, now] = [before.effective().all('contentSchema')[0], after.effective().all('contentSchema')[0]];
    if (!old && !now) return;
    const move = !old ? 'narrowed' : !now ? 'widened' : 'changed';
    if (!old || !now || keyOf(toValue(old)) !== keyOf(toValue(now))) report({ label: after.label, move }, now, { related: old });
  },
});
