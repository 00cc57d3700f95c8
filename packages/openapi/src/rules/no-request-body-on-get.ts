import { child, defineRule, entryOf, removeEntry } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface BodyOnGet {
  readonly label: string;
}

/** "A client SHOULD NOT generate content in a GET request" (RFC 9110, section 9.3.1; likewise HEAD and DELETE). */
export const noRequestBodyOnGet = defineRule<OperationElement, BodyOnGet>({
  id: 'no-request-body-on-get',
  on: 'operation',
  severity: 'warn',
  message: ({ label }) => `\`${label}\` has a request body, which many proxies and clients drop.`,
  check({ node, method, label }, report) {
    const body = child(node, 'requestBody');
    if (body && (method === 'GET' || method === 'HEAD')) report({ label }, body);
  },
  fixes({ node }) {
    const entry = entryOf(node, 'requestBody');
    return node.kind === 'map' && entry ? [{ title: 'Remove the request body', safe: false, edits: [removeEntry(node, entry)] }] : [];
  },
});
