import { defineRule } from '@breakwater/core';
import type { ApiElement, PathElement } from '../model/element.ts';

interface OtherVersion {
  readonly path: string;
  readonly own: string;
  readonly usual: string;
}

export const versionStyleConsistent = defineRule<ApiElement, OtherVersion>({
  id: 'version-style-consistent',
  on: 'api',
  severity: 'warn',
  preset: 'strict',
  message: ({ path, own, usual }) => `\`${path}\` ${own}, most paths ${usual}.`,
  check(api, report) {
    const paths = api.children().filter((element): element is PathElement => element.kind === 'path' && 'of' in element && element.of === 'paths');
    const versions = paths.map(({ path }) => /^(?:\/api)?\/(v\d+)(?:[./]|$)/i.exec(path)?.[1]?.toLowerCase() ?? '');
    const counts = new Map<string, number>();
    for (const version of versions) counts.set(version, (counts.get(version) ?? 0) + 1);
    const [usual, most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
    // Without a majority nobody can say which is the odd one.
    if (most * 2 <= paths.length) return;
    for (const [i, element] of paths.entries()) {
      const own = versions[i] ?? '';
      if (own !== usual) report({ path: element.path, own: worded(own, false), usual: worded(usual, true) }, element.place);
    }
  },
});

function worded(version: string, many: boolean): string {
  return version === '' ? `${many ? 'have' : 'has'} no version` : `${many ? 'are' : 'is'} of \`${version}\``;
}
