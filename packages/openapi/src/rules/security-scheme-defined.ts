import { child, defineRule, inline, nearest, repair } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { schemesAskedFor, schemesIn } from '../model/operation-profile.ts';
import { operationsOf } from '../model/operations-of.ts';
import { securitySchemesOf } from '../model/security.ts';

interface UndefinedScheme {
  readonly name: string;
}

/** "Each name MUST correspond to a security scheme which is declared" (OpenAPI 3.1.1, section 4.8.30.1); since 3.2 it may be a URI. */
export const securitySchemeDefined = defineRule<ApiElement, UndefinedScheme>({
  id: 'security-scheme-defined',
  on: 'api',
  severity: 'error',
  message: ({ name }) => `The security scheme \`${name}\` is not defined.`,
  check(api, report) {
    const defined = new Set(securitySchemesOf(api.document).map(({ name }) => name));
    const isUri = (name: string) => api.version === '3.2' && /[/#:]/.test(name);
    for (const entry of schemesAskedFor(api))
      if (!defined.has(entry.name) && !isUri(entry.name)) report({ name: entry.name }, { node: entry.value, span: entry });
  },
  fixes(api, { name }) {
    const meant = nearest(
      name,
      securitySchemesOf(api.document).map((scheme) => scheme.name),
    );
    if (meant === undefined) return [];
    const uses = [api, ...operationsOf(api)].flatMap(({ node }) => schemesIn(child(node, 'security')).filter((entry) => entry.name === name));
    const edits = uses.map(({ value, start, end }) => ({ uri: value.file.uri, span: { start, end }, text: inline(value.file, meant) }));
    return repair(`Use \`${meant}\` everywhere`, false, ...edits);
  },
});
