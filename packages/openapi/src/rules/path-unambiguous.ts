import { defineRule } from '@breakwater/core';
import { pathIdentity } from '../identity.ts';
import type { ApiElement, PathElement } from '../model/element.ts';

interface AmbiguousPath {
  readonly path: string;
  readonly other: string;
}

/** "Templated paths with the same hierarchy but different templated names MUST NOT exist as they are identical" (OpenAPI 3.1.1, section 4.8.8.2). */
export const pathUnambiguous = defineRule<ApiElement, AmbiguousPath>({
  id: 'path-unambiguous',
  on: 'api',
  severity: 'error',
  message: ({ path, other }) => `\`${path}\` and \`${other}\` match the same requests.`,
  check(api, report) {
    const known = new Map<string, PathElement>();
    for (const element of api.children()) {
      if (!isPath(element)) continue;
      const other = known.get(pathIdentity(element.path));
      if (other) report({ path: element.path, other: other.path }, element.place, { related: other.node });
      else known.set(pathIdentity(element.path), element);
    }
  },
});

function isPath(element: { readonly kind: string }): element is PathElement {
  return element.kind === 'path' && 'of' in element && element.of === 'paths';
}
