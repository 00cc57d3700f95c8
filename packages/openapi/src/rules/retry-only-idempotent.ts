import { booleanOf, child, defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { parameterOf } from '../model/operation-parts.ts';
import { sharedParameter, takeParameters } from '../model/shared-parameter.ts';

interface UnsafeRetry {
  readonly label: string;
}

/** RFC 9110, section 9.2.2: a client should not retry a request that is not idempotent automatically. */
export const retryOnlyIdempotent = defineRule<OperationElement, UnsafeRetry>({
  id: 'retry-only-idempotent',
  on: 'operation',
  severity: 'warn',
  preset: 'strict',
  message: ({ label }) => `\`${label}\` is to be tried again by \`x-retry\`, and does everything twice then: it takes no \`Idempotency-Key\`.`,
  check(operation, report) {
    const { method, node, label } = operation;
    const retry = child(node, 'x-retry');
    if (!retry || booleanOf(retry) === false || !['POST', 'PATCH'].includes(method) || booleanOf(child(node, 'x-idempotent')) === true) return;
    if (!parameterOf(operation, 'header', ['Idempotency-Key', 'X-Idempotency-Key', 'If-Match'])) report({ label }, retry);
  },
  fixes: (operation) =>
    takeParameters(operation, 'Take `Idempotency-Key`', [sharedParameter(operation, 'header', (name) => /^(x-)?idempotency-key$/i.test(name))]),
});
