import { child, defineRule, stringOf } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';

interface OtherMajor {
  readonly version: string;
  readonly inPaths: string;
}

export const pathVersionMatchesInfo = defineRule<ApiElement, OtherMajor>({
  id: 'path-version-matches-info',
  on: 'api',
  severity: 'warn',
  preset: 'strict',
  message: ({ version, inPaths }) => `The version is \`${version}\`, and every address is of \`v${inPaths}\`.`,
  check(api, report) {
    const at = child(child(api.node, 'info'), 'version');
    const version = stringOf(at) ?? '';
    const [, major] = /^v?(\d+)\.\d+\.\d+/.exec(version) ?? [];
    const majors = majorsIn(api);
    // A version before the first one is of no major yet.
    if (major !== undefined && major !== '0' && majors.size === 1 && !majors.has(major) && !majors.has(''))
      report({ version, inPaths: [...majors][0] ?? '' }, at);
  },
});

/** What all servers put before the paths, or what each path begins with; `''` for one without. */
function majorsIn(api: ApiElement): ReadonlySet<string> {
  const texts = (kind: string, field: 'url' | 'path') =>
    api.children().flatMap((element) => (element.kind === kind && field in element ? [String(Object(element)[field])] : []));
  const majors = (list: readonly string[]) => new Set(list.map((text) => /\/v(\d+)(?:[./]|$)/i.exec(text)?.[1] ?? ''));
  const ofServers = majors(texts('server', 'url'));
  return ofServers.has('') ? majors(texts('path', 'path')) : ofServers;
}
