import { child, defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { snakeOf } from '../model/words.ts';

interface NoTenant {
  readonly label: string;
}

interface Options {
  readonly names: readonly string[];
}

export const tenantExplicit = defineRule<OperationElement, NoTenant, Options>({
  id: 'tenant-explicit',
  on: 'operation',
  severity: 'info',
  preset: 'full',
  options: {
    schema: {
      type: 'object',
      properties: {
        names: {
          description: 'Names of parameters that select a tenant, in snake_case. Without any, nothing is told.',
          type: 'array',
          items: { type: 'string' },
        },
      },
    },
    defaults: { names: [] },
  },
  message: ({ label }) => `For which tenant \`${label}\` works is not said.`,
  check(operation, report, { names }) {
    if (names.length === 0 || operation.of !== 'paths' || child(operation.node, 'x-tenant')) return;
    if (!operation.parameters().some(({ name }) => names.includes(snakeOf(name)))) report({ label: operation.label });
  },
});
