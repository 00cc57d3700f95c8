import { child, defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { addResponse } from '../model/missing-response.ts';
import { isSecured, responsesIn, speaksFor } from '../model/operation-parts.ts';

interface Mismatch {
  readonly label: string;
  readonly isSecured: boolean;
}

/** RFC 9110, section 15.5.2: 401 answers a request that "lacks valid authentication credentials". */
export const status401OnSecured = defineRule<OperationElement, Mismatch>({
  id: 'status-401-on-secured',
  on: 'operation',
  severity: 'warn',
  message: ({ label, isSecured: secured }) =>
    secured ? `\`${label}\` asks for credentials, and does not describe 401 for who has none.` : `\`${label}\` describes 401, and asks for no credentials.`,
  check(operation, report) {
    const { label, node, of } = operation;
    const responses = child(node, 'responses');
    if (of !== 'paths' || !responses) return;
    if (isSecured(operation)) {
      if (!speaksFor(operation, '401')) report({ label, isSecured: true }, responses);
    } else if (operation.security().alternatives.length === 0) {
      const own = responsesIn(operation).find(({ status }) => status === '401');
      if (own) report({ label, isSecured: false }, own.place);
    }
  },
  fixes: (operation, { isSecured: secured }) => (secured ? addResponse(operation, '401') : []),
});
