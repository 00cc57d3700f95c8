import { child, defineRule, stringOf } from '@breakwater/core';
import type { SecuritySchemeElement } from '../model/element.ts';
import { flowsOf } from '../model/security.ts';

interface VagueScheme {
  readonly name: string;
  readonly missing: string;
}

/** OpenAPI 3.1.1, section 4.8.27. */
export const securitySchemeKind = defineRule<SecuritySchemeElement, VagueScheme>({
  id: 'security-scheme-kind',
  on: 'securityScheme',
  severity: 'info',
  preset: 'strict',
  message: ({ name, missing }) => `The security scheme \`${name}\` does not say ${missing}.`,
  check({ name, node, document, place }, report) {
    const text = (field: string) => stringOf(child(node, field)) ?? '';
    const type = text('type');
    if (type === 'http' && /^bearer$/i.test(text('scheme')) && text('bearerFormat') === '' && text('description') === '')
      report({ name, missing: 'what its token is: neither `bearerFormat` nor `description`' }, place);
    if (type === 'apiKey' && text('in') === 'query') report({ name, missing: 'its key in a header: keys in addresses end up in logs' }, child(node, 'in'));
    for (const [flow, holder] of type === 'oauth2' ? flowsOf(document, node) : [])
      if (flow === 'implicit' || flow === 'password')
        report({ name, missing: `how to log in safely: the flow \`${flow}\` is given up (OAuth 2.1)` }, holder === node ? child(node, 'flow') : holder);
  },
});
