import { defineRule, type Node, sourceOf } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';

interface ActiveMarkdown {
  readonly what: string;
}

/** What runs when a page shows it. */
const ACTIVE = /<\/?script\b|\beval\s*\(|\bjavascript:|<iframe\b|\son(?:error|load|click)\s*=/i;

const known = new WeakMap<Node, string>();

/** Tools that render Markdown "MUST consider [… it] untrusted" (OpenAPI 3.2.0, section 7.5), and not all of them do. */
export const markdownSafe = defineRule<ApiElement, ActiveMarkdown>({
  id: 'markdown-safe',
  on: 'api',
  severity: 'warn',
  message: ({ what }) => `A description holds \`${what}\`, which runs where the documentation is shown.`,
  check({ document }, report) {
    for (const node of document.descriptions()) {
      const what = known.get(node) ?? ACTIVE.exec(sourceOf(node))?.[0] ?? '';
      known.set(node, what);
      if (what !== '') report({ what: what.trim() }, node);
    }
  },
});
