import { defineRule } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';
import { isLimited } from '../model/limited.ts';
import { snakeOf } from '../model/words.ts';

interface AnySort {
  readonly label: string;
}

export const sortWhitelist = defineRule<ParameterElement, AnySort>({
  id: 'sort-whitelist',
  on: 'parameter',
  severity: 'warn',
  preset: 'strict',
  message: ({ label }) => `By what can be sorted is not said: ${label} takes any text.`,
  check({ name, in: place, label, schema }, report) {
    if (place === 'query' && /^(sort|order_by|sort_by|sorting|sort_field|ordering)$/.test(snakeOf(name)) && !isLimited(schema())) report({ label });
  },
});
