import { child, defineRule, entriesOf, isReference } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { OperationElement } from '../model/element.ts';

interface NoSuccess {
  readonly label: string;
}

/** Informational and redirecting responses are ways to succeed, and `default` covers what nothing else does. */
export const operationSuccessResponse = defineRule<OperationElement, NoSuccess>({
  id: 'operation-success-response',
  on: 'operation',
  severity: 'warn',
  message: ({ label }) => `\`${label}\` describes no successful response.`,
  check({ node, document, label }, report) {
    const written = child(node, 'responses');
    const responses = field(document, node, 'responses');
    // What a reference to nowhere would have said is not known, and where responses have to be, their absence is told as such.
    const isDemanded = document.version === '2.0' || document.version === '3.0';
    if (isReference(node) || (written ? !responses || entriesOf(responses).length === 0 : isDemanded)) return;
    if (!entriesOf(responses).some(({ name }) => /^[123]/.test(name) || name === 'default')) report({ label }, written);
  },
});
