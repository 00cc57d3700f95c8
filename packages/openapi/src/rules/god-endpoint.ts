import { defineRule } from '@breakwater/core';
import { operationIdOf } from '../model/derived-id.ts';
import type { OperationElement } from '../model/element.ts';
import { bodyIn, jsonSchemaIn } from '../model/operation-parts.ts';

interface TooMuch {
  readonly label: string;
  readonly what: string;
}

interface Options {
  readonly names: readonly string[];
  readonly maxParameters: number;
  readonly maxProperties: number;
}

export const godEndpoint = defineRule<OperationElement, TooMuch, Options>({
  id: 'god-endpoint',
  on: 'operation',
  severity: 'hint',
  preset: 'full',
  options: {
    schema: {
      type: 'object',
      properties: {
        names: { description: 'Last segments of paths, and ids of operations, that can mean anything.', type: 'array', items: { type: 'string' } },
        maxParameters: { description: 'So many parameters are fine.', type: 'integer' },
        maxProperties: { description: 'So many properties of a request body are fine.', type: 'integer' },
      },
    },
    defaults: { names: ['updateeverything', 'doall', 'process', 'execute', 'rpc', 'action', 'do', 'command'], maxParameters: 25, maxProperties: 60 },
  },
  message: ({ label, what }) => `\`${label}\` does too much at once: ${what}.`,
  check(operation, report, { names, maxParameters, maxProperties }) {
    const { path, label, of } = operation;
    if (of !== 'paths') return;
    const own = [path.split('/').at(-1) ?? '', operationIdOf(operation) ?? ''].map((name) => name.toLowerCase());
    const name = own.find((one) => names.includes(one));
    const count = jsonSchemaIn(bodyIn(operation))?.effective().properties.size ?? 0;
    if (name !== undefined) report({ label, what: `\`${name}\` can mean anything` });
    else if (operation.parameters().length > maxParameters) report({ label, what: `it has ${operation.parameters().length} parameters` });
    else if (count > maxProperties) report({ label, what: `its body has ${count} properties` });
  },
});
