import { booleanOf, child, defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { parameterOf } from '../model/operation-parts.ts';

interface NotRepeatable {
  readonly label: string;
}

interface Options {
  readonly headers: readonly string[];
  readonly methods: readonly string[];
}

export const idempotencyKeyOnPost = defineRule<OperationElement, NotRepeatable, Options>({
  id: 'idempotency-key-on-post',
  on: 'operation',
  severity: 'info',
  options: {
    schema: {
      type: 'object',
      properties: {
        headers: { description: 'Headers by which a repeated request is known.', type: 'array', items: { type: 'string' } },
        methods: { description: 'Methods that are looked at, in capitals.', type: 'array', items: { type: 'string' } },
      },
    },
    defaults: { headers: ['Idempotency-Key', 'X-Idempotency-Key', 'Request-Id', 'X-Request-Id', 'If-Match', 'Repeatability-Request-ID'], methods: ['POST'] },
  },
  message: ({ label }) => `\`${label}\` cannot be repeated without doing it twice: it takes no \`Idempotency-Key\`.`,
  check(operation, report, { headers, methods }) {
    const { method, node, label, of } = operation;
    if (of !== 'paths' || !methods.includes(method) || isReading(operation.path)) return;
    if (booleanOf(child(node, 'x-idempotent')) === true || child(node, 'x-idempotency-strategy')) return;
    if (!parameterOf(operation, 'header', headers)) report({ label });
  },
});

/** A search whose question is too long for an address changes nothing. */
function isReading(path: string): boolean {
  return /[/:](search|query|find|lookup|list|count|validate|preview|estimate|calculate)$/i.test(path);
}
