import { booleanOf, child, defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { parameterOf } from '../model/operation-parts.ts';
import { sharedParameter, takeParameters } from '../model/shared-parameter.ts';

interface NotRepeatable {
  readonly label: string;
}

interface Options {
  readonly headers: readonly string[];
  readonly methods: readonly string[];
  readonly harmless: readonly string[];
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
        harmless: { description: 'Last words of paths of what changes nothing that matters, such as `search`.', type: 'array', items: { type: 'string' } },
      },
    },
    defaults: {
      headers: ['Idempotency-Key', 'X-Idempotency-Key', 'Request-Id', 'X-Request-Id', 'If-Match', 'Repeatability-Request-ID'],
      methods: ['POST'],
      harmless: 'search query find lookup list count validate preview estimate calculate login logout token introspect'.split(' '),
    },
  },
  message: ({ label }) => `\`${label}\` takes no \`Idempotency-Key\`: sent again, it may be done twice.`,
  check(operation, report, { headers, methods, harmless }) {
    const { method, node, label, of } = operation;
    if (of !== 'paths' || !methods.includes(method) || harmless.includes(lastWord(operation.path))) return;
    if (booleanOf(child(node, 'x-idempotent')) === true || child(node, 'x-idempotency-strategy')) return;
    if (!parameterOf(operation, 'header', headers)) report({ label });
  },
  fixes: (operation) =>
    takeParameters(operation, 'Take `Idempotency-Key`', [sharedParameter(operation, 'header', (name) => /^(x-)?idempotency-key$/i.test(name))]),
});

/** `search` of `/orders/search` and of `/orders:search`. */
function lastWord(path: string): string {
  return path.split(/[/:]/).at(-1)?.toLowerCase() ?? '';
}
