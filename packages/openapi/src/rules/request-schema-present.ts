import { defineRule, entriesOf } from '@breakwater/core';
import type { RequestBodyElement } from '../model/element.ts';
import { mediaTypesIn } from '../model/operation-parts.ts';

interface NoSchema {
  readonly mediaType: string;
}

export const requestSchemaPresent = defineRule<RequestBodyElement, NoSchema>({
  id: 'request-schema-present',
  on: 'requestBody',
  severity: 'warn',
  preset: 'strict',
  message: ({ mediaType }) => `The request body as \`${mediaType}\` may be anything: it has no schema.`,
  check(body, report) {
    for (const { mediaType, schema, place } of mediaTypesIn(body)) {
      const own = schema();
      const isText = /[/+](json|xml|x-www-form-urlencoded|form-data)\b/i.test(mediaType);
      if (isText && (!own || (own.node.kind === 'map' && entriesOf(own.node).length === 0))) report({ mediaType }, place);
    }
  },
});
