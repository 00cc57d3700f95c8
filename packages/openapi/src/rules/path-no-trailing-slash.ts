import { defineRule, entriesOf } from '@breakwater/core';
import { pathIdentity } from '../identity.ts';
import type { PathElement } from '../model/element.ts';

interface TrailingSlash {
  readonly path: string;
}

export const pathNoTrailingSlash = defineRule<PathElement, TrailingSlash>({
  id: 'path-no-trailing-slash',
  on: 'path',
  severity: 'warn',
  message: ({ path }) => `\`${path}\` ends with a slash.`,
  check({ path, of }, report) {
    if (of === 'paths' && path !== '/' && path.endsWith('/')) report({ path });
  },
  fixes({ place }, { path }) {
    const { file, parent } = place.node;
    const renamed = path.slice(0, -1);
    const isTaken = entriesOf(parent).some(({ name }) => pathIdentity(name) === pathIdentity(renamed));
    const key = file.text.slice(place.span.start, place.span.end);
    // In an escaped key the last character may be spelled in a way of its own.
    if (isTaken || renamed.endsWith('/') || !key.replaceAll(/["']$/g, '').endsWith('/')) return [];
    const end = place.span.start + key.lastIndexOf('/');
    // Requests to the old path may no longer be routed: only its author knows.
    return [{ title: `Rename to \`${renamed}\``, safe: false, edits: [{ uri: file.uri, span: { start: end, end: end + 1 }, text: '' }] }];
  },
});
