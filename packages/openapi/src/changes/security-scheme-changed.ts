import { child, defineChange, stringOf } from '@breakwater/core';
import type { SecuritySchemeElement } from '../model/element.ts';

interface SecuritySchemeChanged {
  readonly name: string;
  readonly key: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The fields that decide how credentials are shown. */
const KEYS = ['type', 'in', 'name', 'scheme'] as const;

export const securitySchemeChanged = defineChange<SecuritySchemeElement, SecuritySchemeChanged>({
  id: 'security-scheme-changed',
  on: 'securityScheme',
  // Credentials that are shown the old way are not seen any more, in both directions.
  impact: () => ({ backward: 'breaking', forward: 'breaking' }),
  message: ({ name, key, from, to }) => `\`${key}\` of the security scheme \`${name}\` changed from ${quoted(from)} to ${quoted(to)}.`,
  changed(before, { node, name }, report) {
    for (const key of KEYS) {
      const [from, to] = [shown(before, key), shown({ node }, key)];
      if (from !== to) report({ name, key, from, to }, child(node, key), { related: child(before.node, key) });
    }
  },
});

/** OpenAPI 2.0 calls HTTP Basic a type of its own; scheme names are case-insensitive (RFC 9110, section 11.1). */
function shown({ node }: Pick<SecuritySchemeElement, 'node'>, key: (typeof KEYS)[number]): string | null {
  const value = stringOf(child(node, key));
  const isBasic = stringOf(child(node, 'type')) === 'basic';
  if (key === 'type') return isBasic ? 'http' : (value ?? null);
  if (key === 'scheme') return isBasic ? 'basic' : (value?.toLowerCase() ?? null);
  return value ?? null;
}

function quoted(value: string | null): string {
  return value === null ? 'none' : `\`${value}\``;
}
