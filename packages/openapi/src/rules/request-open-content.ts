import { booleanOf, defineRule, type Node, removeEntry, repair } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
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
    const [closing] = closingIn(schema);
    if (schema && closing) report({ label: schema.label }, closing);
  },
  // Who relies on being told of a misspelled name is not told then.
  fixes: (body) => repair('Open it', false, ...closingIn(jsonSchemaIn(body)).map(({ parent, entry }) => removeEntry(parent, entry?.name ?? ''))),
});

function closingIn(schema: SchemaElement | undefined): readonly Node[] {
  const all = ['additionalProperties', 'unevaluatedProperties'].flatMap((keyword) => schema?.effective().all(keyword) ?? []);
  return all.filter((node) => booleanOf(node) === false);
}
