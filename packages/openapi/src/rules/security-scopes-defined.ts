import { child, defineRule, insertEntry, itemsOf, type Node, once, repair, stringOf } from '@breakwater/core';
import { objectsOf } from '../grammar/structure.ts';
import type { Document } from '../model/document.ts';
import type { ApiElement } from '../model/element.ts';
import { flowsOf, scopesOf, securitySchemesOf } from '../model/security.ts';

interface UndefinedScope {
  readonly scope: string;
  readonly scheme: string;
  readonly fault: 'undefined' | 'none' | 'without';
}

interface ScopeOptions {
  /** Whether a requirement of OAuth 2 has to name a scope. */
  readonly required: boolean;
}

/** "The value is a list of scope names required for the execution"; before OpenAPI 3.1 other schemes than OAuth 2 have none (OpenAPI 3.0.4, section 4.7.30.1). */
export const securityScopesDefined = defineRule<ApiElement, UndefinedScope, ScopeOptions>({
  id: 'security-scopes-defined',
  on: 'api',
  severity: 'warn',
  options: {
    schema: {
      type: 'object',
      properties: { required: { type: 'boolean', description: 'Whether a requirement of OAuth 2 has to name a scope.' } },
      additionalProperties: false,
    },
    defaults: { required: false },
  },
  message({ scope, scheme, fault }) {
    if (fault === 'without') return `The requirement of \`${scheme}\` names no scope.`;
    return fault === 'none' ? `\`${scheme}\` is no scheme with scopes, such as \`${scope}\`.` : `The scope \`${scope}\` is not described by \`${scheme}\`.`;
  },
  check({ document }, report, { required }) {
    const schemes = new Map(securitySchemesOf(document).map(({ name, node }) => [name, { node, known: once(() => knownScopes(document, node)) }]));
    for (const entry of objectsOf(document, 'securityRequirement').flatMap(({ entries }) => entries)) {
      const { name, value } = entry;
      const scheme = schemes.get(name);
      if (!scheme) continue;
      const isOauth2 = takesScopes(scheme.node);
      const fault = isOauth2 ? 'undefined' : 'none';
      for (const item of unknownIn(value, scheme.known())) report({ scope: stringOf(item) ?? '', scheme: name, fault }, item);
      if (required && isOauth2 && itemsOf(value).length === 0) report({ scope: '', scheme: name, fault: 'without' }, { node: value, span: entry });
    }
  },
  fixes({ document }, { scope, scheme, fault }) {
    const node = securitySchemesOf(document).find(({ name }) => name === scheme)?.node;
    const [flow] = node && fault === 'undefined' ? flowsOf(document, node).values() : [];
    // What the scope allows is for its author to say.
    return repair(`Add \`${scope}\` to \`${scheme}\``, false, insertEntry(child(flow, 'scopes'), scope, ''));
  },
});

function unknownIn(scopes: Node, known: ReadonlySet<string> | undefined): readonly Node[] {
  return itemsOf(scopes).filter((item) => known && stringOf(item) !== undefined && !known.has(stringOf(item) ?? ''));
}

function takesScopes(scheme: Node): boolean {
  return stringOf(child(scheme, 'type')) === 'oauth2';
}

/** `undefined`: any may be meant, as with OpenID Connect, whose scopes stand elsewhere. */
function knownScopes(document: Document, scheme: Node): ReadonlySet<string> | undefined {
  if (takesScopes(scheme)) return scopesOf(document, scheme);
  const hasRoles = document.version === '3.1' || document.version === '3.2' || stringOf(child(scheme, 'type')) === 'openIdConnect';
  return hasRoles ? undefined : new Set();
}
