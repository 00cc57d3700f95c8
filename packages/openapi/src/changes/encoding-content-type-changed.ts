import { asBefore, child, defineChange, type Impact } from '@breakwater/core';
import { mediaTypeIdentity, mediaTypeStandIns } from '../identity.ts';
import type { EncodingElement } from '../model/element.ts';

interface EncodingContentTypeChanged {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Media types that only one of the two versions allows. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export const encodingContentTypeChanged = defineChange<EncodingElement, EncodingContentTypeChanged>({
  id: 'encoding-content-type-changed',
  on: 'encoding',
  // What one side writes the other has to expect. Where one version says nothing, the default depends on the schema, and nobody may notice.
  impact({ from, to, removed, added }, direction): Impact {
    if (from === null || to === null) return { backward: 'dangerous', forward: 'dangerous' };
    const [old, now] = direction === 'output' ? [added, removed] : [removed, added];
    return { backward: old.length > 0 ? 'breaking' : 'compatible', forward: now.length > 0 ? 'breaking' : 'compatible' };
  },
  message: ({ name, from, to }) => `The content type of the field \`${name}\` changed from ${shown(from)} to ${shown(to)}.`,
  remedies: (_data, sides) => asBefore(sides, 'contentType'),
  changed({ node: old, contentType: from = null }, { node, name, contentType: to = null }, report) {
    const [known, now] = [typesIn(from), typesIn(to)];
    const [removed, added] = [notIn(known, now), notIn(now, known)];
    if (removed.length + added.length > 0) report({ name, from, to, removed, added }, child(node, 'contentType'), { related: child(old, 'contentType') });
  },
});

/** A list with commas between (OpenAPI 3.1.1, section 4.8.15). */
function typesIn(text: string | null): readonly string[] {
  return text === null ? [] : text.split(',').map((part) => mediaTypeIdentity(part.trim()));
}

/** A range allows what is in it. */
function notIn(types: readonly string[], others: readonly string[]): readonly string[] {
  return types.filter((type) => ![type, ...mediaTypeStandIns(type)].some((one) => others.includes(one)));
}

function shown(value: string | null): string {
  return value === null ? 'none' : `\`${value}\``;
}
