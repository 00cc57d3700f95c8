import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { errorBodiesOf } from '../model/error-response.ts';
import { headersIn } from '../model/operation-parts.ts';
import { snakeOf } from '../model/words.ts';

interface NoRequestId {
  readonly status: string;
  readonly operation: string;
}

interface Options {
  readonly names: readonly string[];
}

export const errorRequestId = defineRule<ApiElement, NoRequestId, Options>({
  id: 'error-request-id',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  options: {
    schema: {
      type: 'object',
      properties: { names: { description: 'Names of properties and headers, in snake_case.', type: 'array', items: { type: 'string' } } },
    },
    defaults: { names: ['request_id', 'x_request_id', 'trace_id', 'traceparent', 'correlation_id', 'x_correlation_id', 'x_flow_id', 'instance', 'error_id'] },
  },
  message: ({ status, operation }) => `Response ${status}${operation && ` of \`${operation}\``} has no id by which support finds the request.`,
  check(api, report, { names }) {
    const told = new Set<unknown>();
    for (const { response, schema } of errorBodiesOf(api)) {
      const inner = schema.parts().filter(({ id }) => /^property (error|meta)$/.test(id));
      const all = [schema, ...inner].flatMap((part) => [...part.effective().properties.keys()]);
      const found = [...all, ...headersIn(response).map(({ name }) => name)].some((name) => names.includes(snakeOf(name)));
      if (found || told.has(schema.node)) continue;
      told.add(schema.node);
      report({ status: response.status, operation: response.operation }, response.place);
    }
  },
});
