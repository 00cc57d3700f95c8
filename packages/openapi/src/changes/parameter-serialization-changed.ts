import { child, defineChange } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface ParameterSerializationChanged {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export const parameterSerializationChanged = defineChange<ParameterElement, ParameterSerializationChanged>({
  id: 'parameter-serialization-changed',
  on: 'parameter',
  // The same values are other text on the wire (`?tag=a&tag=b` or `?tag=a,b`): each side misreads what the other writes.
  impact: () => ({ backward: 'breaking', forward: 'breaking' }),
  message: ({ label, from, to }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} is now written as \`${to}\` instead of \`${from}\`.`,
  changed({ node: old, serialization: from }, { node, label, serialization: to }, report) {
    // Between a plain value and a list the type changed, and the schemas tell that.
    if (from === to || from === 'plain' || to === 'plain') return;
    const at = child(node, 'style') ?? child(node, 'explode') ?? child(node, 'collectionFormat') ?? child(node, 'content');
    report({ label, from, to }, at, { related: old });
  },
});
