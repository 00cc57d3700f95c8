import { booleanOf, child, defineRule, insertEntry, repair } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { bodyIn, jsonSchemaIn, responsesIn } from '../model/operation-parts.ts';
import { operationsOf } from '../model/operations-of.ts';

interface WritableId {
  readonly label: string;
}

export const resourceIdReadOnly = defineRule<ApiElement, WritableId>({
  id: 'resource-id-read-only',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ label }) => `The \`id\` of ${label} can be written, and is also what it is found by.`,
  check(api, report) {
    for (const { id, label } of writableIds(api)) report({ label }, id);
  },
  fixes(api, { label }) {
    const found = writableIds(api).find((one) => one.label === label);
    return found ? repair('Mark it as `readOnly`', false, insertEntry(found.id, 'readOnly', true)) : [];
  },
});

/** Of schemas that are both read and written. */
function writableIds(api: ApiElement) {
  const operations = operationsOf(api).filter(({ of }) => of === 'paths');
  const read = new Set(operations.flatMap((operation) => responsesIn(operation).map((response) => jsonSchemaIn(response)?.node)));
  const written = operations.filter(({ method }) => method === 'PUT' || method === 'PATCH').flatMap((operation) => jsonSchemaIn(bodyIn(operation)) ?? []);
  const schemas = new Map(written.filter(({ node }) => read.has(node)).map((schema) => [schema.node, schema]));
  return [...schemas.values()].flatMap(({ node, label }) => {
    const id = child(child(node, 'properties'), 'id');
    return id && booleanOf(child(id, 'readOnly')) !== true && !child(id, '$ref') ? [{ id, label }] : [];
  });
}
