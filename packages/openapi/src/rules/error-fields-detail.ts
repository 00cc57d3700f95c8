import { defineRule } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { OperationElement } from '../model/element.ts';
import { errorsIn } from '../model/error-response.ts';
import { jsonSchemaIn } from '../model/operation-parts.ts';
import { snakeOf } from '../model/words.ts';

interface NoFields {
  readonly status: string;
  readonly label: string;
}

export const errorFieldsDetail = defineRule<OperationElement, NoFields>({
  id: 'error-fields-detail',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  message: ({ status, label }) => `Response ${status} of \`${label}\` does not say which fields are wrong.`,
  check(operation, report) {
    if (!operation.children().some(({ kind }) => kind === 'requestBody')) return;
    for (const response of errorsIn(operation).filter(({ status }) => status === '400' || status === '422')) {
      const schema = jsonSchemaIn(response);
      if (schema && schema.effective().properties.size > 0 && !hasFields(schema, 2))
        report({ status: response.status, label: operation.label }, response.place);
    }
  },
});

/** A list of objects that each name a place, here or in what is wrapped. */
function hasFields(schema: SchemaElement, depth: number): boolean {
  return schema.parts().some((part) => {
    const item = part.parts().find(({ id }) => id === 'items');
    const names = [...(item?.effective().properties.keys() ?? [])].map(snakeOf);
    if (names.some((name) => /^(path|field|field_name|pointer|property|location|loc|param|parameter|name|source|key|domain)$/.test(name))) return true;
    return depth > 0 && hasFields(part, depth - 1);
  });
}
