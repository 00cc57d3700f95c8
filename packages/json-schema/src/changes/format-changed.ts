import { asBefore, defineChange, type Impact } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';
import { formatOf } from './format.ts';

interface FormatChanged {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Formats whose values all have the other format too. */
const WITHIN: Readonly<Record<string, string>> = { int32: 'int64', float: 'double', uri: 'uri-reference', iri: 'iri-reference' };

export const formatChanged = defineChange<SchemaElement, FormatChanged>({
  id: 'format-changed',
  on: 'schema',
  // `format` is an annotation (JSON Schema 2020-12 Validation, section 7.2): not every receiver checks it, so it is never more than dangerous.
  impact({ from, to }, direction): Impact {
    const narrows = !isWithin(from, to);
    const widens = !isWithin(to, from);
    const [backward, forward] = direction === 'output' ? [widens, narrows] : [narrows, widens];
    return { backward: backward ? 'dangerous' : 'compatible', forward: forward ? 'dangerous' : 'compatible' };
  },
  // Generators have a type for many formats.
  beyond: () => ({ source: 'dangerous' }),
  message: ({ label, from, to }) => `The format of ${label} changed from ${name(from)} to ${name(to)}.`,
  remedies: (_data, sides) => asBefore(sides, 'format'),
  changed(before, after, report) {
    const [from, to] = [formatOf(before), formatOf(after)];
    // Another encoding of the content is told as that.
    const isEncoded = [before, after].every((element) => element.effective().all('contentEncoding').length > 0);
    if (from !== to && !isEncoded)
      report({ label: after.label, from, to }, after.effective().all('format')[0], { related: before.effective().all('format')[0] });
  },
});

function isWithin(inner: string | null, outer: string | null): boolean {
  return outer === null || inner === outer || (inner !== null && WITHIN[inner] === outer);
}

function name(format: string | null): string {
  return format === null ? 'none' : `\`${format}\``;
}
