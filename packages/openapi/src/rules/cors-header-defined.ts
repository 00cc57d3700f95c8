import { defineRule, entriesOf } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { ResponseElement } from '../model/element.ts';

interface NoOrigin {
  readonly operation: string;
  readonly status: string;
}

export const corsHeaderDefined = defineRule<ResponseElement, NoOrigin>({
  id: 'cors-header-defined',
  on: 'response',
  severity: 'info',
  preset: 'full',
  message: ({ operation, status }) => `Response ${status}${operation && ` of \`${operation}\``} does not describe \`Access-Control-Allow-Origin\`.`,
  check({ node, document, operation, status }, report) {
    const names = entriesOf(field(document, node, 'headers')).map(({ name }) => name.toLowerCase());
    if (!names.includes('access-control-allow-origin')) report({ operation, status });
  },
});
