import { booleanOf, defineRule } from '@breakwater/core';
import type { RequestBodyElement } from '../model/element.ts';
import { jsonSchemaIn } from '../model/operation-parts.ts';

interface ClosedRequest {
  readonly label: string;
}

export const requestOpenContent = defineRule<RequestBodyElement, ClosedRequest>({
  id: 'request-open-content',
  on: 'requestBody',
  severity: 'info',
  preset: 'full',
  message: ({ label }) => `A client that already sends more is refused by ${label}: it is closed.`,
  check(body, report) {
    const schema = jsonSchemaIn(body);
    const closing = ['additionalProperties', 'unevaluatedProperties']
      .flatMap((keyword) => schema?.effective().all(keyword) ?? [])
      .find((node) => booleanOf(node) === false);
    if (schema && closing) report({ label: schema.label }, closing);
  },
});
