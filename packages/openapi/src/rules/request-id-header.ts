import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { errorsIn } from '../model/error-response.ts';
import { headersIn } from '../model/operation-parts.ts';
import { operationsOf } from '../model/operations-of.ts';

interface NoRequestId {
  readonly status: string;
  readonly operation: string;
}

interface Options {
  readonly headers: readonly string[];
}

export const requestIdHeader = defineRule<ApiElement, NoRequestId, Options>({
  id: 'request-id-header',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  options: {
    schema: { type: 'object', properties: { headers: { description: 'Headers that hold the id of a request.', type: 'array', items: { type: 'string' } } } },
    defaults: { headers: ['X-Request-ID', 'Request-Id', 'traceparent', 'X-Flow-ID', 'X-Correlation-ID', 'X-Trace-Id'] },
  },
  message: ({ status, operation }) => `Response ${status} of \`${operation}\` does not describe a header with the id of the request.`,
  check(api, report, { headers }) {
    const names = new Set(headers.map((name) => name.toLowerCase()));
    const seen = new Set<unknown>();
    for (const response of operationsOf(api).flatMap(errorsIn)) {
      // A shared response is one cause.
      if (seen.has(response.node)) continue;
      seen.add(response.node);
      if (!headersIn(response).some(({ name }) => names.has(name.toLowerCase())))
        report({ status: response.status, operation: response.operation }, response.place);
    }
  },
});
