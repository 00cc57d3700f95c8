import { defineRule } from '@breakwater/core';
import type { PathElement } from '../model/element.ts';

interface PathWithQuery {
  readonly path: string;
  readonly sign: string;
}

/** "The path is appended […] to the expanded URL": what follows `?` or `#` is no path (OpenAPI 3.1.1, section 4.8.8; RFC 3986, section 3.3). */
export const pathNoQuery = defineRule<PathElement, PathWithQuery>({
  id: 'path-no-query',
  on: 'path',
  severity: 'error',
  message: ({ path, sign }) => `\`${path}\` holds a \`${sign}\`, which ends a path: no request reaches it.`,
  check({ path, of }, report) {
    const [sign] = /[?#]/.exec(path) ?? [];
    if (of === 'paths' && sign !== undefined) report({ path, sign });
  },
});
