import { defineRule } from '@breakwater/core';
import type { ApiElement, ComponentElement } from '../model/element.ts';
import { errorBodiesOf } from '../model/error-response.ts';
import { operationsOf } from '../model/operations-of.ts';

interface NoErrorSchema {
  readonly section: string;
}

export const errorSchemaDefined = defineRule<ApiElement, NoErrorSchema>({
  id: 'error-schema-defined',
  on: 'api',
  severity: 'warn',
  preset: 'strict',
  message: ({ section }) => `No form of errors is shared: \`${section}\` has no schema for them.`,
  check(api, report) {
    if (operationsOf(api).length < 2) return;
    const components = api
      .children()
      .filter((element): element is ComponentElement => element.kind === 'component' && 'section' in element && element.section === 'schemas');
    const isNamed = components.some(({ name }) => /error|problem|fault/i.test(name));
    const uses = new Map<unknown, number>();
    for (const { schema } of errorBodiesOf(api)) uses.set(schema.node, (uses.get(schema.node) ?? 0) + 1);
    if (!isNamed && ![...uses.values()].some((count) => count > 1)) report({ section: api.version === '2.0' ? 'definitions' : 'components.schemas' });
  },
});
