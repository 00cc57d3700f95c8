import { defineRule } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface GuessableId {
  readonly label: string;
}

export const idNotNumeric = defineRule<ParameterElement, GuessableId>({
  id: 'id-not-numeric',
  on: 'parameter',
  severity: 'info',
  preset: 'full',
  message: ({ label }) => `Identifiers can be guessed: ${label} is a number.`,
  check({ name, in: place, label, schema }, report) {
    if ((place !== 'path' && place !== 'query') || !/(?:^|[_-])ids?$|[a-z]Ids?$/.test(name)) return;
    const types = schema()?.effective().types;
    if (types?.has('integer') || types?.has('number')) report({ label });
  },
});
