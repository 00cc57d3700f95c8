import { defineRule, inline, referenceIn, repair, replaceValue } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { ApiElement } from '../model/element.ts';
import { type ErrorBody, errorBodiesOf } from '../model/error-response.ts';
import { isJson, mediaTypesIn } from '../model/operation-parts.ts';

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
    const { usual, others } = formsOf(api);
    for (const { response } of others) report({ status: response.status, operation: response.operation }, response.place, { related: usual[0]?.schema.node });
  },
  fixes(api, { status, operation }) {
    const { usual, others } = formsOf(api);
    const odd = others.find(({ response }) => response.status === status && response.operation === operation)?.response;
    const reference = usual.map(({ schema }) => referenceIn(schema.nodes[0])).find((one) => one?.file === odd?.node.file);
    const holder = api.version === '2.0' ? odd?.node : mediaTypesIn(odd).find(({ mediaType }) => isJson(mediaType))?.node;
    if (!odd || !reference || holder?.file !== reference.file) return [];
    return repair('Use the usual form', false, replaceValue(holder, 'schema', inline(holder.file, { $ref: reference.value })));
  },
});

/** The bodies of the usual form, and of all others; none where no form is that of most. */
function formsOf(api: ApiElement): { readonly usual: readonly ErrorBody[]; readonly others: readonly ErrorBody[] } {
  const groups = new Map<string, ErrorBody[]>();
  const bodies = errorBodiesOf(api).filter(({ schema }) => (schema.effective().properties.size > 0 || schema.effective().types) && !isOfOAuth(schema));
  for (const body of bodies) {
    const form = formOf(body);
    const group = groups.get(form);
    if (group) group.push(body);
    else groups.set(form, [body]);
  }
  const [usual = [], ...others] = [...groups.values()].sort((one, other) => other.length - one.length);
  // Without a majority nobody can say which is the odd one.
  return usual.length * 2 <= bodies.length ? { usual: [], others: [] } : { usual, others: others.flat() };
}

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
