import { child, defineChange } from '@breakwater/core';
import type { HeaderElement, ParameterElement } from '../model/element.ts';

interface ParameterSerializationChanged {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export const parameterSerializationChanged = defineChange<ParameterElement | HeaderElement, ParameterSerializationChanged>({
  id: 'parameter-serialization-changed',
  on: ['parameter', 'header'],
  // The same values are other text on the wire (`?tag=a&tag=b` or `?tag=a,b`): each side misreads what the other writes.
  impact: () => ({ backward: 'breaking', forward: 'breaking' }),
  message: ({ label, from, to }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} is now written as \`${to}\` instead of \`${from}\`.`,
  changed({ node: old, serialization: from }, { node, label, serialization: to }, report) {
    // Between a plain value and a list the type changed, and the schemas tell that.
    if (from === to || (isByContent(from) ? isByContent(to) : isPlain(from, to) && !isByContent(to))) return;
    const at = child(node, 'style') ?? child(node, 'explode') ?? child(node, 'collectionFormat') ?? child(node, 'content');
    report({ label, from, to }, at, { related: old });
  },
});

function isPlain(from: string, to: string): boolean {
  return from === 'plain' || to === 'plain';
}

/** Written as a media type says: a text of JSON has quotes. Of two media types, their own changes tell. */
function isByContent(serialization: string): boolean {
  return serialization.startsWith('content ');
}
