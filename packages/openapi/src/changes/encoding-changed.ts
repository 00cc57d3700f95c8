import { child, defineChange } from '@breakwater/core';
import type { EncodingElement } from '../model/element.ts';

interface EncodingChanged {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export const encodingChanged = defineChange<EncodingElement, EncodingChanged>({
  id: 'encoding-changed',
  on: 'encoding',
  // As for parameters: the same list is another text on the wire, and each side misreads what the other writes.
  impact: () => ({ backward: 'breaking', forward: 'breaking' }),
  message: ({ name, from, to }) => `The field \`${name}\` is now written as \`${to}\` instead of \`${from}\`.`,
  changed({ node: old, serialization: from }, { node, name, serialization: to }, report) {
    if (from === undefined || to === undefined || from === to) return;
    report({ name, from, to }, child(node, 'style') ?? child(node, 'explode') ?? child(node, 'collectionFormat'), { related: old });
  },
});
