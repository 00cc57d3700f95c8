import { child, defineRule, type Node, stringOf } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { operationsOf } from '../model/operations-of.ts';

interface RepeatedOperationId {
  readonly id: string;
}

/** "The id MUST be unique among all operations described in the API" (OpenAPI 3.1.1, section 4.8.10.1). */
export const operationIdUnique = defineRule<ApiElement, RepeatedOperationId>({
  id: 'operation-id-unique',
  on: 'api',
  severity: 'error',
  message: ({ id }) => `The operationId \`${id}\` is used by another operation too.`,
  check(api, report) {
    const known = new Map<string, Node>();
    for (const { node } of operationsOf(api)) {
      const at = child(node, 'operationId');
      const id = stringOf(at);
      if (!at || id === undefined) continue;
      const other = known.get(id);
      if (other) report({ id }, at, { related: other });
      else known.set(id, at);
    }
  },
});
