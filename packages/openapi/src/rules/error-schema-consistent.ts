import { defineRule } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { ApiElement } from '../model/element.ts';
import { type ErrorBody, errorBodiesOf } from '../model/error-response.ts';

interface OtherError {
  readonly status: string;
  readonly operation: string;
}

export const errorSchemaConsistent = defineRule<ApiElement, OtherError>({
  id: 'error-schema-consistent',
  on: 'api',
  severity: 'warn',
  message: ({ status, operation }) => `Response ${status}${operation && ` of \`${operation}\``} has another form than most errors here.`,
  check(api, report) {
    const groups = new Map<string, ErrorBody[]>();
    const bodies = errorBodiesOf(api).filter(({ schema }) => (schema.effective().properties.size > 0 || schema.effective().types) && !isOfOAuth(schema));
    for (const body of bodies) {
      const form = formOf(body);
      const group = groups.get(form);
      if (group) group.push(body);
      else groups.set(form, [body]);
    }
    const [most, ...others] = [...groups.values()].sort((a, b) => b.length - a.length);
    // Without a majority nobody can say which is the odd one.
    if (!most || most.length * 2 <= bodies.length) return;
    for (const { response } of others.flat())
      report({ status: response.status, operation: response.operation }, response.place, { related: most[0]?.schema.node });
  },
});

/** The names and types of what is in it: where the schema stands, and what else it says, does not make it another form. */
function formOf({ schema }: ErrorBody): string {
  const { types } = schema.effective();
  const parts = schema.parts().map((part) => `${part.id}: ${[...(part.effective().types ?? [])].sort().join('|')}`);
  return [[...(types ?? [])].sort().join('|'), ...parts.sort()].join('\n');
}

/** Where tokens are issued, the form of errors is not the author's choice (RFC 6749, section 5.2). */
function isOfOAuth(schema: SchemaElement): boolean {
  const { properties } = schema.effective();
  return properties.has('error') && properties.has('error_description');
}
