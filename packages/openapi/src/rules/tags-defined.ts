import { child, defineRule, insertEntry, insertItem, itemsOf, repair, stringOf } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { OperationElement } from '../model/element.ts';

interface UndefinedTag {
  readonly label: string;
  readonly tag: string;
}

export const tagsDefined = defineRule<OperationElement, UndefinedTag>({
  id: 'tags-defined',
  on: 'operation',
  severity: 'info',
  message: ({ label, tag }) => `The tag \`${tag}\` of \`${label}\` is not in the list of tags.`,
  check({ node, document, label }, report) {
    const tags = field(document, node, 'tags');
    if (!tags) return;
    const names = document.tags();
    for (const item of itemsOf(tags)) {
      const tag = stringOf(item);
      if (tag !== undefined && !names.has(tag)) report({ label, tag }, item);
    }
  },
  fixes({ document: { root } }, { tag }) {
    const tags = child(root, 'tags');
    return repair(`Add \`${tag}\` to the list of tags`, true, tags ? insertItem(tags, { name: tag }) : insertEntry(root, 'tags', [{ name: tag }]));
  },
});
