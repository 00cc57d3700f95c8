import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { addHeader } from '../model/missing-header.ts';
import { headerOf, responsesIn } from '../model/operation-parts.ts';

interface NoLocation {
  readonly label: string;
}

/** "The primary resource created by the request is identified by either a Location header field in the response or […]" (RFC 9110, section 15.3.2). */
export const createdHasLocation = defineRule<OperationElement, NoLocation>({
  id: 'created-has-location',
  on: 'operation',
  severity: 'warn',
  message: ({ label }) => `Response 201 of \`${label}\` does not say in \`Location\` where the new resource is.`,
  check(operation, report) {
    const created = createdIn(operation);
    if (created && !headerOf(created, ['Location'])) report({ label: operation.label }, created.place);
  },
  fixes(operation) {
    const created = createdIn(operation);
    return created ? addHeader(created, 'Location', { description: 'The address of the new resource', type: 'string' }) : [];
  },
});

function createdIn(operation: OperationElement) {
  return operation.method === 'POST' && operation.of === 'paths' ? responsesIn(operation).find(({ status }) => status === '201') : undefined;
}
