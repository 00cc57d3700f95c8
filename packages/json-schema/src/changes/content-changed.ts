import { defineChange, HARMLESS, stringOf } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';
import { formatOf } from './format.ts';

interface ContentChanged {
  readonly label: string;
  readonly keyword: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What is in a text. An annotation to validators (JSON Schema 2020-12 Validation, section 8), and everything to who decodes it. */
const KEYWORDS = ['contentEncoding', 'contentMediaType'];

export const contentChanged = defineChange<SchemaElement, ContentChanged>({
  id: 'content-changed',
  on: 'schema',
  // No value is refused by it, but the other side decodes something else.
  impact: ({ from, to }) => (from !== null && to !== null ? { backward: 'dangerous', forward: 'dangerous' } : HARMLESS),
  beyond: () => ({ semantic: 'dangerous' }),
  message: ({ label, keyword, from, to }) => `\`${keyword}\` of ${label} changed from ${shown(from)} to ${shown(to)}.`,
  changed(before, after, report) {
    const format = formatOf(before);
    // `format: binary` and a media type of bytes are two ways to say the same.
    const isSameBytes = (format === 'binary' || format === 'byte') && format === formatOf(after);
    for (const keyword of KEYWORDS) {
      const [old, now] = [before.effective().all(keyword)[0], after.effective().all(keyword)[0]];
      const [from, to] = [stringOf(old)?.toLowerCase() ?? null, stringOf(now)?.toLowerCase() ?? null];
      if (from !== to && !(isSameBytes && (from === null || to === null))) report({ label: after.label, keyword, from, to }, now, { related: old });
    }
  },
});

function shown(value: string | null): string {
  return value === null ? 'none' : `\`${value}\``;
}
