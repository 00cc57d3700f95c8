import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { isItemPath } from '../model/resource.ts';

interface PutOnCollection {
  readonly label: string;
}

interface Options {
  readonly singletons: readonly string[];
}

/** RFC 9110, section 9.3.4: PUT replaces "the state of the target resource". */
export const putOnItemPath = defineRule<OperationElement, PutOnCollection, Options>({
  id: 'put-on-item-path',
  on: 'operation',
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
  check({ method, path, label, of }, report, { singletons }) {
    const last = path.split('/').at(-1)?.toLowerCase() ?? '';
    if (of === 'paths' && method === 'PUT' && !isItemPath(path) && !singletons.includes(last)) report({ label });
  },
});
