import { defineRule, type Node } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { operationProfiles } from '../model/operation-profile.ts';

interface SimilarOperationId {
  readonly id: string;
  readonly other: string;
}

/** "The id MUST be unique […] The operationId value is case-sensitive" (OpenAPI 3.1.2, section 4.8.10.1): allowed, and a trap for generators. */
export const operationIdCase = defineRule<ApiElement, SimilarOperationId>({
  id: 'operation-id-case',
  on: 'api',
  severity: 'warn',
  message: ({ id, other }) => `The operationIds \`${id}\` and \`${other}\` differ only in capitals.`,
  check(api, report) {
    const known = new Map<string, { id: string; at: Node }>();
    for (const { id, idAt: at } of operationProfiles(api)) {
      if (!at || id === undefined) continue;
      const other = known.get(id.toLowerCase());
      if (!other) known.set(id.toLowerCase(), { id, at });
      else if (other.id !== id) report({ id, other: other.id }, at, { related: other.at });
    }
  },
});
