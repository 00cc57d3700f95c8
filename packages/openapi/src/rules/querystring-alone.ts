import { defineRule } from '@breakwater/core';
import type { ParameterListElement } from '../model/element.ts';
import { placeOfParameter } from '../model/parameter-list.ts';

interface SharedQueryString {
  readonly name: string;
  readonly other: string;
  readonly place: string;
}

/** `querystring` "MUST NOT appear more than once, and MUST NOT appear in the same operation (or in the operation's path-level parameters) as any `"in": "query"`" (OpenAPI 3.2.0, section 4.12.1). */
export const querystringAlone = defineRule<ParameterListElement, SharedQueryString>({
  id: 'querystring-alone',
  on: 'parameterList',
  severity: 'error',
  message: ({ name, other, place }) => `\`${name}\` is the whole query string, beside which the ${place} parameter \`${other}\` cannot stand.`,
  check(list, report) {
    if (list.document.version !== '3.2') return;
    const inherited = list.inherited();
    const all = [...inherited, ...list.parameters()].filter((parameter) => parameter.in === 'query' || parameter.in === 'querystring');
    const whole = all.find((parameter) => parameter.in === 'querystring');
    const others = all.filter((parameter) => parameter !== whole);
    // What the path item says alone is told there.
    const other = others.find((parameter) => !inherited.includes(parameter)) ?? (whole && !inherited.includes(whole) ? others[0] : undefined);
    if (whole && other)
      report({ name: whole.name, other: other.name, place: other.in }, placeOfParameter(inherited.includes(other) ? whole : other, 'in'), {
        related: whole.item,
      });
  },
});
