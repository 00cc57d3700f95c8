import { child, defineRule, insertEntry, repair } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { addResponse } from '../model/missing-response.ts';
import { speaksFor } from '../model/operation-parts.ts';
import { isItemPath } from '../model/resource.ts';

interface DeleteAnswer {
  readonly label: string;
  readonly fault: 'success' | 'repeated';
}

/** RFC 9110, sections 9.3.5 and 9.2.2: DELETE is idempotent, and answers with 202, 204 or 200. */
export const deleteResponse = defineRule<OperationElement, DeleteAnswer>({
  id: 'delete-response',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  message: ({ label, fault }) =>
    fault === 'success' ? `\`${label}\` does not answer with 204, 200 or 202.` : `\`${label}\` does not say what comes when it is sent again: 404, 410 or 204.`,
  check(operation, report) {
    const { method, path, label, of } = operation;
    if (of !== 'paths' || method !== 'DELETE' || !operation.children().some(({ kind }) => kind === 'response')) return;
    const answers = (...statuses: readonly string[]) => statuses.some((status) => speaksFor(operation, status, false));
    if (!answers('204', '200', '202')) report({ label, fault: 'success' });
    else if (isItemPath(path) && !answers('404', '410', '204')) report({ label, fault: 'repeated' });
  },
  // 204 has no content, so that its description is all of it.
  fixes: (operation, { fault }) =>
    fault === 'repeated'
      ? addResponse(operation, '404')
      : repair('Describe 204', false, insertEntry(child(operation.node, 'responses'), '204', { description: 'It is gone' })),
});
