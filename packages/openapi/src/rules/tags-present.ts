import { defineRule, itemsOf } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { OperationElement } from '../model/element.ts';

interface Untagged {
  readonly label: string;
}

export const tagsPresent = defineRule<OperationElement, Untagged>({
  id: 'tags-present',
  on: 'operation',
  severity: 'info',
  preset: 'full',
  message: ({ label }) => `\`${label}\` has no tag.`,
  check({ node, document, label, of }, report) {
    if (of === 'paths' && itemsOf(field(document, node, 'tags')).length === 0) report({ label });
  },
});
