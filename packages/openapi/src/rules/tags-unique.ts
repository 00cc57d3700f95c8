import { child, defineRule, itemsOf, type Node, removeItem, repair, stringOf } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { ApiElement } from '../model/element.ts';
import { placeOfItem } from '../model/part.ts';

interface RepeatedTag {
  readonly name: string;
  /** Its place in the list. */
  readonly index: number;
}

/** "Each tag name in the list MUST be unique" (OpenAPI 3.1.2, section 4.8.1.1). */
export const tagsUnique = defineRule<ApiElement, RepeatedTag>({
  id: 'tags-unique',
  on: 'api',
  severity: 'error',
  message: ({ name }) => `The tag \`${name}\` is described twice.`,
  check({ document }, report) {
    const known = new Map<string, Node>();
    for (const [index, item] of itemsOf(field(document, document.root, 'tags')).entries()) {
      const name = stringOf(child(item, 'name'));
      const first = name === undefined ? undefined : known.get(name);
      if (name !== undefined && first) report({ name, index }, placeOfItem(item, 'name'), { related: first });
      else if (name !== undefined) known.set(name, item);
    }
  },
  fixes({ document }, { name, index }) {
    const list = field(document, document.root, 'tags');
    const item = itemsOf(list)[index];
    // The two may describe it in other words.
    return item ? repair(`Remove the second \`${name}\``, false, removeItem(list, item)) : [];
  },
});
