import { child, defineChange, HARMLESS, itemsOf, stringOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface TagsChanged {
  readonly label: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export const tagsChanged = defineChange<OperationElement, TagsChanged>({
  id: 'tags-changed',
  on: 'operation',
  only: 'source',
  impact: () => HARMLESS,
  // Many generators make a class of each tag, so the method moves to another one.
  beyond: () => ({ source: 'dangerous' }),
  message: ({ label, from, to }) => `The tags of \`${label}\` changed from ${list(from)} to ${list(to)}.`,
  changed(before, { node, label }, report) {
    const [from, to] = [tagsIn(before), tagsIn({ node })];
    if (from.join('\n') !== to.join('\n')) report({ label, from, to }, child(node, 'tags'), { related: child(before.node, 'tags') });
  },
});

/** Order says nothing. */
function tagsIn({ node }: Pick<OperationElement, 'node'>): readonly string[] {
  return itemsOf(child(node, 'tags'))
    .map((tag) => stringOf(tag) ?? '')
    .sort();
}

function list(tags: readonly string[]): string {
  return tags.map((tag) => `\`${tag}\``).join(', ') || 'none';
}
