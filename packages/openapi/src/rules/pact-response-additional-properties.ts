import { booleanOf, child, defineRule, entriesOf, insertEntry, repair } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { ResponseElement } from '../model/element.ts';
import { jsonSchemaIn } from '../model/operation-parts.ts';

interface OpenForPact {
  readonly label: string;
}

const COMPOSING = ['allOf', 'anyOf', 'oneOf', '$ref', 'if'];

export const pactResponseAdditionalProperties = defineRule<ResponseElement, OpenForPact>({
  id: 'pact-response-additional-properties',
  on: 'response',
  severity: 'info',
  preset: 'full',
  message: ({ label }) => `A consumer's expectation of a property that ${label} does not have is not noticed: it is open.`,
  check(response, report) {
    const schema = openIn(response);
    if (schema) report({ label: schema.label }, schema.place);
  },
  fixes(response) {
    const schema = openIn(response);
    return schema ? repair('Close it', false, insertEntry(schema.node, 'additionalProperties', false)) : [];
  },
});

function openIn(response: ResponseElement): SchemaElement | undefined {
  const schema = /^2/.test(response.status) ? jsonSchemaIn(response) : undefined;
  const { node } = schema ?? {};
  const isClosed = ['additionalProperties', 'unevaluatedProperties'].some(
    (keyword) => booleanOf(child(node, keyword)) === false || child(node, keyword)?.kind === 'map',
  );
  return schema && child(node, 'properties') && !isClosed && !entriesOf(node).some(({ name }) => COMPOSING.includes(name)) ? schema : undefined;
}
