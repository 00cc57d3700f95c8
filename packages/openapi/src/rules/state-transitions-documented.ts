import { child, defineRule, itemsOf, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { propertyNameOf } from '../model/property-name.ts';

interface UnknownTransitions {
  readonly name: string;
}

export const stateTransitionsDocumented = defineRule<SchemaElement, UnknownTransitions>({
  id: 'state-transitions-documented',
  on: 'schema',
  severity: 'info',
  preset: 'full',
  message: ({ name }) => `Which \`${name}\` follows on which is not said.`,
  check({ node, effective }, report) {
    const name = propertyNameOf(node);
    if (name === undefined || !/^(status|state|phase)$/i.test(name)) return;
    const { all } = effective();
    const values = itemsOf(all('enum')[0]).flatMap((item) => stringOf(item) ?? []);
    const text = all('description')
      .map((one) => stringOf(one) ?? '')
      .join(' ')
      .toLowerCase();
    const isSaid = all('x-transitions').length > 0 || child(node, 'x-transitions') || values.every((value) => text.includes(value.toLowerCase()));
    if (values.length >= 3 && !isSaid) report({ name });
  },
});
