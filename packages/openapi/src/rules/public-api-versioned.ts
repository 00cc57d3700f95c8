import { child, defineRule, stringOf } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';

interface Unversioned {
  readonly audience: string;
}

export const publicApiVersioned = defineRule<ApiElement, Unversioned>({
  id: 'public-api-versioned',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ audience }) => `This API is for \`${audience}\`, and its addresses name no version.`,
  check(api, report) {
    const info = child(api.node, 'info');
    const at = child(info, 'x-audience') ?? child(api.node, 'x-audience');
    const audience = stringOf(at) ?? '';
    if (!at || !/public|partner|external/i.test(audience)) return;
    const texts = api.children().map((element) => ('path' in element ? String(element.path) : 'url' in element ? String(element.url) : ''));
    const byHeader = [...api.document.snapshot.files.values()].some(({ source }) => /api-version|vnd\.[^"'\s]*v\d/i.test(source.text));
    if (!byHeader && !texts.some((text) => /(^|[/.-])v\d/i.test(text))) report({ audience }, at);
  },
});
