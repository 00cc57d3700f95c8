import { child, defineRule, removeEntry, repair } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { responsesIn } from '../model/operation-parts.ts';

interface HeadContent {
  readonly label: string;
  readonly status: string;
}

const CONTENTS = ['content', 'schema'];

/** "The HEAD method is identical to GET except that the server MUST NOT send content in the response" (RFC 9110, section 9.3.2). */
export const headNoResponseBody = defineRule<OperationElement, HeadContent>({
  id: 'head-no-response-body',
  on: 'operation',
  severity: 'warn',
  preset: 'strict',
  message: ({ label, status }) => `Response ${status} of \`${label}\` describes content, which HEAD never has.`,
  check(operation, report) {
    if (operation.method !== 'HEAD') return;
    for (const { node, status } of responsesIn(operation)) {
      const content = CONTENTS.flatMap((name) => child(node, name) ?? [])[0];
      if (content) report({ label: operation.label, status }, content);
    }
  },
  fixes(operation, { status }) {
    const response = responsesIn(operation).find((one) => one.status === status)?.node;
    const name = CONTENTS.find((one) => child(response, one)) ?? '';
    return repair(`Remove \`${name}\``, false, removeEntry(response, name));
  },
});
