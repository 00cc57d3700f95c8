import { child, defineRule, entriesOf } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { OperationElement, ResponseElement } from '../model/element.ts';
import { responsesIn } from '../model/operation-parts.ts';

interface NoSchema {
  readonly label: string;
  readonly status: string;
  /** The name of the response that many operations share. */
  readonly shared: string | null;
}

/** Statuses whose responses have no content (RFC 9110, section 6.4.1). */
const EMPTY = /^(1\d\d|1xx|204|205|304|3\d\d|3xx)$/i;

export const responseSchemaPresent = defineRule<OperationElement, NoSchema>({
  id: 'response-schema-present',
  on: 'operation',
  severity: 'warn',
  message: ({ label, status, shared }) =>
    `${shared === null ? `Response ${status} of \`${label}\`` : `The response \`${shared}\``} does not say what it holds.`,
  check(operation, report) {
    if (operation.of !== 'paths' || operation.method === 'HEAD') return;
    for (const response of responsesIn(operation)) {
      const { status, place, node } = response;
      if (EMPTY.test(status) || !lacksSchema(response)) continue;
      // A shared response is told once, at its own text.
      const shared = node === place.node ? undefined : node.entry?.name;
      if (shared === undefined) report({ label: operation.label, status, shared: null }, place);
      else report({ label: '', status: '', shared }, node);
    }
  },
});

/** Bytes are described by their media type alone. */
function lacksSchema({ node, document }: ResponseElement): boolean {
  if (document.version === '2.0') return !child(node, 'schema');
  const types = entriesOf(field(document, node, 'content'));
  const isJson = (name: string) => /[/+](json|xml)\b/i.test(name);
  return types.length === 0 || types.some(({ name, value }) => isJson(name) && !child(value, 'schema') && !child(value, 'itemSchema') && !child(value, '$ref'));
}
