import { child, defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { addResponse } from '../model/missing-response.ts';
import { parameterOf, responsesIn, speaksFor } from '../model/operation-parts.ts';

interface Mismatch {
  readonly label: string;
  readonly status: '412' | '428';
  readonly header: string | null;
}

const CONDITIONS = ['If-Match', 'If-Unmodified-Since', 'If-None-Match'];

/** RFC 9110, section 13.1.1, and RFC 6585, section 3. */
export const status412WithIfMatch = defineRule<OperationElement, Mismatch>({
  id: 'status-412-with-if-match',
  on: 'operation',
  severity: 'warn',
  message: ({ label, status, header }) =>
    header === null
      ? `\`${label}\` describes ${status}, and takes no condition such as \`If-Match\`.`
      : `\`${label}\` takes \`${header}\`, and does not describe ${status}.`,
  check(operation, report) {
    const { label, node, method, of } = operation;
    const responses = child(node, 'responses');
    if (of !== 'paths' || !responses || method === 'GET' || method === 'HEAD') return;
    const condition = parameterOf(operation, 'header', CONDITIONS);
    if (!condition) {
      const own = responsesIn(operation).find(({ status }) => status === '412');
      if (own) report({ label, status: '412', header: null }, own.place);
    } else if (!speaksFor(operation, '412', false)) report({ label, status: '412', header: condition.name }, responses);
    else if (condition.required && !speaksFor(operation, '428', false)) report({ label, status: '428', header: condition.name }, responses);
  },
  fixes: (operation, { header, status }) => (header === null || status !== '412' ? [] : addResponse(operation, '412')),
});
