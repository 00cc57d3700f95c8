import { child, defineRule, stringOf } from '@breakwater/core';
import type { ApiElement, OperationElement } from '../model/element.ts';
import { isSecured, responsesIn } from '../model/operation-parts.ts';
import { isItemPath, operationsByPath } from '../model/resource.ts';

interface Mixture {
  readonly path: string;
  readonly label: string;
}

/** RFC 9110, section 15.5.4: a server that wants to hide a resource "MAY instead respond with […] 404". */
export const hidden404Consistent = defineRule<ApiElement, Mixture>({
  id: 'hidden-404-consistent',
  on: 'api',
  severity: 'hint',
  preset: 'full',
  message: ({ path, label }) => `\`${label}\` describes no 403, as the others on \`${path}\` do, and does not say that 404 hides it.`,
  check(api, report) {
    for (const operations of operationsByPath(api).values()) {
      const own = operations.filter((operation) => isItemPath(operation.path) && isSecured(operation) && responsesIn(operation).length > 0);
      const silent = own.filter((operation) => !answer(operation, '403'));
      if (silent.length === own.length) continue;
      for (const operation of silent) if (!hides(operation)) report({ path: operation.path, label: operation.label }, operation.place);
    }
  },
});

function answer(operation: OperationElement, status: string) {
  return responsesIn(operation).find((response) => response.status === status || /^(4xx|default)$/i.test(response.status));
}

function hides(operation: OperationElement): boolean {
  const node = answer(operation, '404')?.node;
  return /not visible|hidden|no access|not allowed|permission|or you/i.test(stringOf(child(node, 'description')) ?? '');
}
