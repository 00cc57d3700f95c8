import { defineRule } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';
import { snakeOf } from '../model/words.ts';

interface Sensitive {
  readonly label: string;
}

interface Options {
  readonly names: readonly string[];
  readonly endings: readonly string[];
}

export const noSensitiveQueryParams = defineRule<ParameterElement, Sensitive, Options>({
  id: 'no-sensitive-query-params',
  on: 'parameter',
  severity: 'warn',
  options: {
    schema: {
      type: 'object',
      properties: {
        endings: { description: 'Last words of such names.', type: 'array', items: { type: 'string' } },
        names: { description: 'Names of what has to stay secret, in snake_case.', type: 'array', items: { type: 'string' } },
      },
    },
    defaults: {
      endings: ['password', 'secret', 'api_key', 'private_key', 'card_number', 'access_token'],
      names: [
        'password',
        'passwd',
        'pwd',
        'secret',
        'client_secret',
        'token',
        'access_token',
        'refresh_token',
        'id_token',
        'api_key',
        'apikey',
        'authorization',
        'credential',
        'credentials',
        'private_key',
        'ssn',
        'social_security_number',
        'card_number',
        'credit_card',
        'cvv',
        'cvc',
        'pin',
        'iban',
      ],
    },
  },
  message: ({ label }) => `What ${label} holds ends up in logs and histories.`,
  check({ name, in: place, label }, report, { names, endings }) {
    if ((place === 'query' || place === 'path') && isSecret(snakeOf(name), { names, endings })) report({ label });
  },
});

function isSecret(name: string, { names, endings }: Options): boolean {
  return names.includes(name) || endings.some((ending) => name.endsWith(`_${ending}`));
}
