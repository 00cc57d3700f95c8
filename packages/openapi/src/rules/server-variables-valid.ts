import { child, defineRule, itemsOf, stringOf } from '@breakwater/core';
import type { ServerElement } from '../model/element.ts';

interface ServerVariable {
  readonly name: string;
  readonly fault: 'missing' | 'not listed' | 'braces';
}

const WORDS: Readonly<Record<Exclude<ServerVariable['fault'], 'braces'>, string>> = {
  missing: 'is used in the URL and is not described below `variables`',
  'not listed': 'has a `default` that its `enum` does not list',
};

/** OpenAPI 3.1.1, sections 4.8.5.1 and 4.8.6.1. */
export const serverVariablesValid = defineRule<ServerElement, ServerVariable>({
  id: 'server-variables-valid',
  on: 'server',
  severity: 'error',
  message: ({ name, fault }) => (fault === 'braces' ? `\`${name}\` has a brace without its counterpart.` : `The server variable \`${name}\` ${WORDS[fault]}.`),
  check({ node, url, document }, report) {
    if (document.version === '2.0') return;
    if (/[{}]/.test(url.replaceAll(/\{[^{}]*\}/g, ''))) report({ name: url.slice(0, 100), fault: 'braces' });
    for (const name of new Set([...url.matchAll(/\{([^{}]*)\}/g)].map(([, variable = '']) => variable))) {
      const variable = child(child(node, 'variables'), name);
      const preset = child(variable, 'default');
      const allowed = child(variable, 'enum');
      if (!variable) report({ name, fault: 'missing' });
      // OpenAPI 3.0 only advises it, and an empty list is told as one.
      else if (preset && itemsOf(allowed).length > 0 && document.version !== '3.0' && !itemsOf(allowed).some((item) => stringOf(item) === stringOf(preset)))
        report({ name, fault: 'not listed' }, preset);
    }
  },
});
