import { child, defineRule, stringOf } from '@breakwater/core';
import type { SecuritySchemeElement } from '../model/element.ts';

interface WeakScheme {
  readonly name: string;
  readonly scheme: string;
}

/** Names of the register of HTTP authentication schemes that send a password as it is, or are given up (RFC 7617, section 4; RFC 4559). */
const WEAK: ReadonlySet<string> = new Set(['basic', 'negotiate', 'oauth']);

export const securityNoBasic = defineRule<SecuritySchemeElement, WeakScheme>({
  id: 'security-no-basic',
  on: 'securityScheme',
  severity: 'info',
  preset: 'full',
  message: ({ name, scheme }) => `The security scheme \`${name}\` uses \`${scheme}\`.`,
  check({ name, node }, report) {
    const at = child(node, 'scheme') ?? child(node, 'type');
    const scheme = stringOf(at) ?? '';
    if (WEAK.has(scheme.toLowerCase())) report({ name, scheme }, at);
  },
});
