import { defineRule } from '@breakwater/core';
import type { ApiElement, PathElement } from '../model/element.ts';
import { pathsByName } from '../model/paths-by-name.ts';

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
    for (const element of pathsByName(api)) {
      if (element.of !== 'paths') continue;
      const other = known.get(element.id);
      if (other) report({ path: element.path, other: other.path }, element.place, { related: other.node });
      else known.set(element.id, element);
    }
  },
});
