import { defineRule } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface QueryVersion {
  readonly label: string;
}

interface Options {
  readonly names: readonly string[];
}

export const versionNotInQuery = defineRule<ParameterElement, QueryVersion, Options>({
  id: 'version-not-in-query',
  on: 'parameter',
  severity: 'info',
  preset: 'strict',
  options: {
    schema: {
      type: 'object',
      properties: { names: { description: 'Names of parameters for the version of the API, in lower case.', type: 'array', items: { type: 'string' } } },
    },
    defaults: { names: ['version', 'v', 'api_version', 'apiversion'] },
  },
  message: ({ label }) => `Which version answers depends on ${label}.`,
  check({ name, in: place, label }, report, { names }) {
    if (place === 'query' && names.includes(name.toLowerCase())) report({ label });
  },
});
