import { child, defineChange, stringOf } from '@breakwater/core';
import type { SecuritySchemeElement } from '../model/element.ts';

interface SecuritySchemeChanged {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The fields that decide how credentials are shown. */
const KEYS = ['type', 'scheme', 'in', 'name'] as const;

export const securitySchemeChanged = defineChange<SecuritySchemeElement, SecuritySchemeChanged>({
  id: 'security-scheme-changed',
  on: 'securityScheme',
  // Credentials that are shown the old way are not seen any more, in both directions.
  impact: () => ({ backward: 'breaking', forward: 'breaking' }),
  beyond: () => ({ source: 'compatible' }),
  message: ({ name, from, to }) => `The security scheme \`${name}\` changed from \`${from}\` to \`${to}\`.`,
  changed(before, { node, name }, report) {
    const key = KEYS.find((one) => shown(before, one) !== shown({ node }, one));
    if (key) report({ name, from: summaryOf(before), to: summaryOf({ node }) }, child(node, key), { related: child(before.node, key) });
  },
});

type Scheme = Pick<SecuritySchemeElement, 'node'>;

/** OpenAPI 2.0 calls HTTP Basic a type of its own; the names of schemes and headers are case-insensitive (RFC 9110, sections 5.1 and 11.1). */
function shown({ node }: Scheme, key: (typeof KEYS)[number]): string | undefined {
  const value = stringOf(child(node, key));
  const isBasic = stringOf(child(node, 'type')) === 'basic';
  if (key === 'type') return isBasic ? 'http' : value;
  if (key === 'scheme') return isBasic ? 'basic' : value?.toLowerCase();
  return key === 'name' && stringOf(child(node, 'in')) === 'header' ? value?.toLowerCase() : value;
}

/** `apiKey in header X-Key`, `http bearer`. */
function summaryOf(scheme: Scheme): string {
  const name = stringOf(child(scheme.node, 'name'));
  const place = shown(scheme, 'in');
  return [shown(scheme, 'type'), shown(scheme, 'scheme'), place && `in ${place}`, place && name].filter((word) => word !== undefined && word !== '').join(' ');
}
