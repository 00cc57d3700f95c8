import { defineRule } from '@breakwater/core';
import { operationIdOf } from '../model/derived-id.ts';
import type { OperationElement } from '../model/element.ts';
import { jsonSchemaIn, responsesIn, speaksFor } from '../model/operation-parts.ts';
import { isMutating } from '../model/resource.ts';

interface AllOrNothing {
  readonly label: string;
}

/** RFC 4918, section 11.1: 207 tells several outcomes. */
export const batchPartialResult = defineRule<OperationElement, AllOrNothing>({
  id: 'batch-partial-result',
  on: 'operation',
  severity: 'hint',
  preset: 'full',
  message: ({ label }) => `What becomes of each entry is not told by \`${label}\`.`,
  check(operation, report) {
    const { path, label, of } = operation;
    const isBatch = /(^|[/_:-])(batch|bulk)/i.test(path) || /^(batch|bulk)|(Batch|Bulk)/.test(operationIdOf(operation) ?? '');
    if (of !== 'paths' || !isBatch || !isMutating(operation) || speaksFor(operation, '207', false) || responsesIn(operation).length === 0) return;
    const lists = responsesIn(operation).flatMap((response) => [jsonSchemaIn(response), ...(jsonSchemaIn(response)?.parts() ?? [])]);
    const items = lists.flatMap((schema) => schema?.parts().filter(({ id }) => id === 'items') ?? []);
    if (!items.some((item) => [...item.effective().properties.keys()].some((name) => /status|error|result|success|code/i.test(name)))) report({ label });
  },
});
