import { child, defineRule, inline, type Node, repair, replaceValue, stringOf } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { operationProfiles } from '../model/operation-profile.ts';
import { operationsOf } from '../model/operations-of.ts';

interface RepeatedOperationId {
  readonly id: string;
  readonly label: string;
}

/** "The id MUST be unique among all operations described in the API" (OpenAPI 3.1.1, section 4.8.10.1). */
export const operationIdUnique = defineRule<ApiElement, RepeatedOperationId>({
  id: 'operation-id-unique',
  on: 'api',
  severity: 'error',
  message: ({ id }) => `The operationId \`${id}\` is used by another operation too.`,
  check(api, report) {
    const known = new Map<string, Node>();
    for (const { label, id, idAt: at } of operationProfiles(api)) {
      if (!at || id === undefined) continue;
      const other = known.get(id);
      if (other) report({ id, label }, at, { related: other });
      else known.set(id, at);
    }
  },
  fixes(api, { id, label }) {
    const operations = operationsOf(api);
    const operation = operations.find((one) => one.label === label);
    if (!operation) return [];
    const renamed = `${id}${operation.method.charAt(0)}${operation.method.slice(1).toLowerCase()}`;
    const isTaken = operations.some(({ node }) => stringOf(child(node, 'operationId')) === renamed);
    // Clients call it by its name.
    return isTaken ? [] : repair(`Rename to \`${renamed}\``, false, replaceValue(operation.node, 'operationId', inline(operation.node.file, renamed)));
  },
});
