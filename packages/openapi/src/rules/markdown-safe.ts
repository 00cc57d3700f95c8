import { defineRule, sourceOf } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';

interface ActiveMarkdown {
  readonly what: string;
}

/** What runs when a page shows it. */
const ACTIVE = /<\/?script\b|\beval\s*\(|\bjavascript:|<iframe\b|\son(?:error|load|click)\s*=/i;

/** Tools that render Markdown "MUST consider [… it] untrusted" (OpenAPI 3.2.0, section 7.5), and not all of them do. */
export const markdownSafe = defineRule<ApiElement, ActiveMarkdown>({
  id: 'markdown-safe',
  on: 'api',
  severity: 'warn',
  message: ({ what }) => `A description holds \`${what}\`, which runs where the documentation is shown.`,
  check({ document }, report) {
    // Mostly there is nothing of the kind anywhere, and then the tree is not walked.
    if (![...document.snapshot.files.values()].some(({ source }) => ACTIVE.test(source.text))) return;
    for (const node of document.descriptions()) {
      const [what] = ACTIVE.exec(sourceOf(node)) ?? [];
      if (what !== undefined) report({ what: what.trim() }, node);
    }
  },
});
