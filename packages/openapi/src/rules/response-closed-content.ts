import { booleanOf, defineRule } from '@breakwater/core';
import type { ResponseElement } from '../model/element.ts';
import { jsonSchemaIn } from '../model/operation-parts.ts';

interface ClosedResponse {
  readonly label: string;
}

export const responseClosedContent = defineRule<ResponseElement, ClosedResponse>({
  id: 'response-closed-content',
  on: 'response',
  severity: 'info',
  preset: 'full',
  message: ({ label }) => `Nothing can be added to ${label} without breaking consumers that check: it is closed.`,
  check(response, report) {
    const schema = /^2/.test(response.status) ? jsonSchemaIn(response) : undefined;
    const closing = ['additionalProperties', 'unevaluatedProperties']
      .flatMap((keyword) => schema?.effective().all(keyword) ?? [])
      .find((node) => booleanOf(node) === false);
    if (schema && closing) report({ label: schema.label }, closing);
  },
});
