import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { responsesIn, speaksFor } from '../model/operation-parts.ts';
import { operationsByPath } from '../model/resource.ts';

interface NotCreated {
  readonly label: string;
}

/** RFC 9110, section 15.3.2. */
export const postCreateStatus201 = defineRule<ApiElement, NotCreated>({
  id: 'post-create-status-201',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ label }) => `\`${label}\` creates one of what is below it, and does not answer with 201.`,
  check(api, report) {
    const groups = operationsByPath(api);
    for (const [shape, operations] of groups) {
      const post = operations.find(({ method }) => method === 'POST');
      if (!post || !groups.has(`${shape}/{}`) || responsesIn(post).length === 0) continue;
      if (!['201', '202'].some((status) => speaksFor(post, status, false))) report({ label: post.label }, post.place);
    }
  },
});
