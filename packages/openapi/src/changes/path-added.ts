import { defineChange } from '@breakwater/core';
import type { PathElement } from '../model/element.ts';

interface PathAdded {
  readonly path: string;
  readonly of: PathElement['of'];
}

export const pathAdded = defineChange<PathElement, PathAdded>({
  id: 'path-added',
  on: 'path',
  // Only a consumer that is newer than the provider can miss it.
  impact: () => ({ backward: 'compatible', forward: 'breaking' }),
  message: ({ path, of }) => `The ${of === 'paths' ? 'path' : of} \`${path}\` was added.`,
  added({ path, of }, report) {
    report({ path, of });
  },
});
