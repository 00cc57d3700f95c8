import { defineRule } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';
import { isLimited } from '../model/limited.ts';
import { snakeOf } from '../model/words.ts';

interface AnyInclude {
  readonly label: string;
  readonly missing: string;
}

export const includeLimited = defineRule<ParameterElement, AnyInclude>({
  id: 'include-limited',
  on: 'parameter',
  severity: 'info',
  preset: 'strict',
  message: ({ label, missing }) => `How much can be included is not limited: ${label} ${missing}.`,
  check({ name, in: place, label, schema }, report) {
    if (place !== 'query' || !/^(include|expand|embed)$/.test(snakeOf(name))) return;
    const effective = schema()?.effective();
    if (!isLimited(schema())) report({ label, missing: 'takes any text' });
    else if (effective?.types?.has('array') && !effective.bounds.has('maxItems')) report({ label, missing: 'has no `maxItems`' });
  },
});
