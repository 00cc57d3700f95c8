import { defineRule } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { OperationElement } from '../model/element.ts';
import { headerOf, jsonSchemaIn, responsesIn } from '../model/operation-parts.ts';
import { snakeOf } from '../model/words.ts';

interface NoId {
  readonly label: string;
}

export const createdReturnsId = defineRule<OperationElement, NoId>({
  id: 'created-returns-id',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  message: ({ label }) => `The answer of \`${label}\` does not surely hold the id of what was created.`,
  check(operation, report) {
    const { method, of, label } = operation;
    const created = of === 'paths' && method === 'POST' ? responsesIn(operation).find(({ status }) => status === '201') : undefined;
    const schema = jsonSchemaIn(created);
    if (created && schema && !headerOf(created, ['Location']) && schema.effective().properties.size > 0 && !hasId(schema)) report({ label }, created.place);
  },
});

/** Of itself, or of the one object that it wraps. */
function hasId(schema: SchemaElement): boolean {
  const inner = schema.parts().filter(({ id, effective }) => id.startsWith('property ') && effective().types?.has('object'));
  return [schema, ...(inner.length === 1 ? inner : [])].some((one) =>
    [...one.effective().required.keys()].some((name) => /^(id|uuid|name|key|code|.*_id|.*_uuid|href|url|self)$/.test(snakeOf(name))),
  );
}
