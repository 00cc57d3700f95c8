import { child, defineRule, stringOf } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';
import { isLimited } from '../model/limited.ts';

interface RawQuery {
  readonly label: string;
}

interface Options {
  readonly names: readonly string[];
}

export const noRawQueryParam = defineRule<ParameterElement, RawQuery, Options>({
  id: 'no-raw-query-param',
  on: 'parameter',
  severity: 'warn',
  preset: 'strict',
  options: {
    schema: {
      type: 'object',
      properties: { names: { description: 'Names of parameters that hold a query, in lower case.', type: 'array', items: { type: 'string' } } },
    },
    defaults: { names: ['where', 'sql', 'query_sql', 'raw', 'expression', '$where', 'criteria', '$filter', 'filter'] },
  },
  message: ({ label }) => `${label.replace(/^./, (first) => first.toUpperCase())} takes a query of any form, and does not say which language it is.`,
  check({ node, name, in: place, label, schema }, report, { names }) {
    if (place !== 'query' || !names.includes(name.toLowerCase()) || isLimited(schema())) return;
    const isText = schema()?.effective().types?.has('string') === true;
    // Of a filter a few words are enough; a language that is called SQL is not made safe by describing it.
    const isSaid = /filter$/i.test(name) && ((stringOf(child(node, 'description')) ?? '').length > 20 || child(node, 'externalDocs') !== undefined);
    if (isText && !isSaid) report({ label });
  },
});
