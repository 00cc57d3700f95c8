import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { listIn } from '../model/list-operation.ts';
import { operationsByPath } from '../model/resource.ts';

interface PutOnCollection {
  readonly label: string;
}

interface Options {
  readonly singletons: readonly string[];
}

/** RFC 9110, section 9.3.4: PUT replaces "the state of the target resource". */
export const putOnItemPath = defineRule<ApiElement, PutOnCollection, Options>({
  id: 'put-on-item-path',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  options: {
    schema: {
      type: 'object',
      properties: {
        singletons: { description: 'Last segments of paths of which there is only one, such as `settings`.', type: 'array', items: { type: 'string' } },
      },
    },
    defaults: {
      singletons: [
        'settings',
        'preferences',
        'profile',
        'config',
        'configuration',
        'me',
        'status',
        'state',
        'content',
        'metadata',
        'permissions',
        'avatar',
        'password',
        'address',
        'policy',
      ],
    },
  },
  message: ({ label }) => `\`${label}\` replaces everything below it, not one resource.`,
  check(api, report, { singletons }) {
    const groups = operationsByPath(api);
    for (const [shape, operations] of groups) {
      const last = shape.split('/').at(-1)?.toLowerCase() ?? '';
      const isCollection = groups.has(`${shape}/{}`) || operations.some((operation) => listIn(operation));
      if (!isCollection || last === '{}' || singletons.includes(last)) continue;
      for (const { method, label, place } of operations) if (method === 'PUT') report({ label }, place);
    }
  },
});
