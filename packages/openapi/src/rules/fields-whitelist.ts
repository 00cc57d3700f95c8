import { defineRule } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';
import { isLimited } from '../model/limited.ts';
import { snakeOf } from '../model/words.ts';

interface AnyFields {
  readonly label: string;
}

export const fieldsWhitelist = defineRule<ParameterElement, AnyFields>({
  id: 'fields-whitelist',
  on: 'parameter',
  severity: 'info',
  preset: 'strict',
  message: ({ label }) => `Which fields can be asked for is not said: ${label} takes any text.`,
  check({ name, in: place, label, schema }, report) {
    if (place === 'query' && /^(fields?|select)$/.test(snakeOf(name)) && !isLimited(schema())) report({ label });
  },
});
