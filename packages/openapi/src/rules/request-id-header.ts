import { defineRule } from '@breakwater/core';
import type { ApiElement, ResponseElement } from '../model/element.ts';
import { errorsIn } from '../model/error-response.ts';
import { addSharedHeader } from '../model/missing-header.ts';
import { headersIn } from '../model/operation-parts.ts';
import { operationsOf } from '../model/operations-of.ts';

interface NoRequestId {
  /** `null`: no error has one. */
  readonly response: string | null;
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
  message: ({ response }) =>
    response === null
      ? 'No error of this API comes with the id of its request in a header.'
      : `${response} does not describe a header with the id of the request, as other errors do.`,
  check(api, report, { headers }) {
    const { silent, all } = withoutId(api, headers);
    if (silent.length === all) {
      if (silent.length > 0) report({ response: null });
    } else for (const response of silent) report({ response: nameOf(response) }, response.place);
  },
  fixes(api, { response: name }, { headers }) {
    const response = withoutId(api, headers).silent.find((one) => nameOf(one) === name);
    return response ? addSharedHeader(response, headers) : [];
  },
});

/** A shared response is one cause; where nobody has thought of it at all, there is only one. */
function withoutId(api: ApiElement, headers: readonly string[]): { readonly silent: readonly ResponseElement[]; readonly all: number } {
  const names = new Set(headers.map((name) => name.toLowerCase()));
  const errors = new Map(
    operationsOf(api)
      .flatMap(errorsIn)
      .map((response) => [response.node, response]),
  );
  const silent = [...errors.values()].filter((response) => !headersIn(response).some(({ name }) => names.has(name.toLowerCase())));
  return { silent, all: errors.size };
}

function nameOf({ status, operation }: ResponseElement): string {
  return `Response ${status} of \`${operation}\``;
}
