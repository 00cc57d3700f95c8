import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';

interface MovingVersion {
  readonly address: string;
  readonly segment: string;
}

const MOVING = /^(latest|current|stable|newest)$/i;

export const noLatestPath = defineRule<ApiElement, MovingVersion>({
  id: 'no-latest-path',
  on: 'api',
  severity: 'warn',
  preset: 'strict',
  message: ({ address, segment }) => `\`${segment}\` of \`${address}\` is another version tomorrow.`,
  check(api, report) {
    for (const element of api.children()) {
      const address =
        element.kind === 'path' && 'path' in element ? String(element.path) : element.kind === 'server' && 'url' in element ? String(element.url) : '';
      // Below a resource it is one of it: the latest release. In the place of a version it stands first, or after `api`.
      const segments = address
        .replace(/^[a-z]+:\/\/[^/]*/i, '')
        .split('/')
        .filter((segment) => segment !== '');
      const [first = '', second = ''] = segments;
      const segment = MOVING.test(first) ? first : /^(api|rest)$/i.test(first) && MOVING.test(second) ? second : undefined;
      if (segment !== undefined && (element.kind === 'server' || segments.length > 1)) report({ address, segment }, element.place);
    }
  },
});
