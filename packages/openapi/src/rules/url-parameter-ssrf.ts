import { child, defineRule, stringOf } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface UrlParameter {
  readonly label: string;
  readonly missing: string;
}

interface Options {
  readonly names: readonly string[];
}

export const urlParameterSsrf = defineRule<ParameterElement, UrlParameter, Options>({
  id: 'url-parameter-ssrf',
  on: 'parameter',
  severity: 'hint',
  preset: 'full',
  options: {
    schema: { type: 'object', properties: { names: { description: 'Names that mean an address, in lower case.', type: 'array', items: { type: 'string' } } } },
    defaults: { names: ['callback', 'redirect', 'redirect_url', 'redirect_uri', 'return_url', 'url', 'uri', 'webhook', 'webhook_url'] },
  },
  message: ({ label, missing }) => `An address comes with ${label}, which has no ${missing}.`,
  check({ node, name, label, schema }, report, { names }) {
    const word = name
      .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_')
      .replaceAll('-', '_')
      .toLowerCase();
    if (!names.includes(word)) return;
    const hasFormat =
      schema()
        ?.effective()
        .all('format')
        .some((format) => stringOf(format)?.startsWith('uri')) === true;
    const missing = [...(hasFormat ? [] : ['`format: uri`']), ...(stringOf(child(node, 'description')) ? [] : ['description of the hosts that are allowed'])];
    if (missing.length > 0) report({ label, missing: missing.join(' and no ') });
  },
});
