import { defineRule, entriesOf } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { OperationElement } from '../model/element.ts';

interface UnknownStatus {
  readonly status: string;
  readonly label: string;
}

/** The status codes that IANA has registered, November 2026. */
const REGISTERED = new Set(
  ['100-104', '200-208', '226', '300-308', '400-418', '421-426', '428', '429', '431', '451', '500-508', '510', '511'].flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  }),
);

/** "This MUST be […] one of the codes that IANA has registered" is what most tools assume (RFC 9110, section 15; OpenAPI 3.1.2, section 4.8.16). */
export const statusCodeKnown = defineRule<OperationElement, UnknownStatus>({
  id: 'status-code-known',
  on: 'operation',
  severity: 'warn',
  message: ({ status, label }) => `\`${status}\` of \`${label}\` is no registered HTTP status.`,
  check({ node, document, label }, report) {
    for (const entry of entriesOf(field(document, node, 'responses'))) {
      const { name, value } = entry;
      if (/^[1-9]\d\d$/.test(name) && !REGISTERED.has(name)) report({ status: name, label }, { node: value, span: entry });
    }
  },
});
