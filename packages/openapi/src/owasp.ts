import type { Severity } from '@breakwater/core';

/** The rules that stand for a risk of the OWASP API Security Top 10 (2023), beyond what `recommended` tells of them. */
export const OWASP: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  // API1: broken object level authorization.
  ['id-not-numeric', 'warn'],
  // API2: broken authentication.
  ['security-documented', 'error'],
  ['security-scheme-kind', 'warn'],
  ['security-no-basic', 'error'],
  ['no-sensitive-query-params', 'error'],
  // API3: broken object property level authorization.
  ['additional-properties-constrained', 'warn'],
  // API4: unrestricted resource consumption.
  ['schema-has-constraints', 'warn'],
  ['integer-format', 'warn'],
  ['list-limit-max', 'warn'],
  ['rate-limit-headers', 'warn'],
  ['status-429-documented', 'warn'],
  ['retry-after-429', 'warn'],
  // API7: server side request forgery.
  ['url-parameter-ssrf', 'info'],
  // API8: security misconfiguration.
  ['https-only', 'error'],
  ['cors-header-defined', 'warn'],
  ['status-400-documented', 'warn'],
  ['status-401-on-secured', 'warn'],
  ['status-500-documented', 'warn'],
  // API9: improper inventory management.
  ['server-inventory', 'warn'],
]);
