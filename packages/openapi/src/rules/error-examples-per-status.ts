import { child, defineRule } from '@breakwater/core';
import type { ApiElement, ResponseElement } from '../model/element.ts';
import { jsonSchemaIn, responsesIn } from '../model/operation-parts.ts';
import { operationsOf } from '../model/operations-of.ts';

interface NoExample {
  readonly missing: readonly string[];
}

const KINDS: Readonly<Record<string, RegExp>> = {
  'a success': /^2/,
  'wrong input (400, 422)': /^(400|422)$/,
  'missing permission (401, 403)': /^(401|403)$/,
  'a conflict (409, 412)': /^(409|412)$/,
  'overload (429, 503)': /^(429|503)$/,
};

export const errorExamplesPerStatus = defineRule<ApiElement, NoExample>({
  id: 'error-examples-per-status',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ missing }) => `No example shows ${missing.join(', or ')}.`,
  check(api, report) {
    const responses = operationsOf(api)
      .filter(({ of }) => of === 'paths')
      .flatMap(responsesIn);
    // What is not described at all is told elsewhere.
    const missing = Object.entries(KINDS).flatMap(([kind, statuses]) => {
      const own = responses.filter(({ status }) => statuses.test(status));
      return own.length > 0 && !own.some(hasExample) ? [kind] : [];
    });
    if (missing.length > 0) report({ missing });
  },
});

function hasExample(response: ResponseElement): boolean {
  const shown = [response.node, ...response.children().map(({ node }) => node)].some((node) => child(node, 'example') || child(node, 'examples'));
  return shown || ['example', 'examples'].some((keyword) => (jsonSchemaIn(response)?.effective().all(keyword).length ?? 0) > 0);
}
