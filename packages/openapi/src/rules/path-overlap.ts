import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { overlapsOf } from '../model/path-overlap.ts';
import { pathsByName } from '../model/paths-by-name.ts';

interface OverlappingPath {
  readonly path: string;
  readonly other: string;
  readonly request: string;
}

/** "In case of ambiguous matching, it's up to the tooling to decide which one to use" (OpenAPI 3.1.1, section 4.8.8.2). */
export const pathOverlap = defineRule<ApiElement, OverlappingPath>({
  id: 'path-overlap',
  on: 'api',
  severity: 'warn',
  message: ({ path, other, request }) => `\`${path}\` and \`${other}\` both match \`${request}\`, and neither is the more concrete one.`,
  check(api, report) {
    const paths = pathsByName(api).filter(({ of }) => of === 'paths');
    for (const { path, other, request } of overlapsOf(paths)) report({ path: path.path, other: other.path, request }, path.place, { related: other.node });
  },
});
