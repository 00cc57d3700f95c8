import { defineChange, restored } from '@breakwater/core';
import type { PathElement } from '../model/element.ts';
import { idsTaken } from './ids-taken.ts';

interface PathRemoved {
  readonly path: string;
  readonly of: PathElement['of'];
}

export const pathRemoved = defineChange<PathElement, PathRemoved>({
  id: 'path-removed',
  on: 'path',
  // Requests to it are no longer routed. In the other direction nobody asks for what an old provider has on top.
  impact: () => ({ backward: 'breaking', forward: 'compatible' }),
  beyond: () => ({ source: 'breaking' }),
  message: ({ path, of }) => `The ${of === 'paths' ? 'path' : of} \`${path}\` was removed.`,
  remedies: (_data, sides) => (sides.before && idsTaken(sides.before, sides.after) ? [] : restored(sides)),
  removed({ path, of }, report) {
    report({ path, of });
  },
});
