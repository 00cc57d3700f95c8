import { type Element, entriesOf, type Fix, inline } from '@breakwater/core';

/** Gives the entry that an element stands at another key, if that is free. What it means to others only its author knows. */
export function renameKey({ place }: Element, name: string): readonly Fix[] {
  const { file, parent, entry } = place.node;
  if (!entry || entriesOf(parent).some((other) => other.name === name)) return [];
  return [{ title: `Rename to \`${name}\``, safe: false, edits: [{ uri: file.uri, span: { start: entry.start, end: entry.end }, text: inline(file, name) }] }];
}
