import { defineRule, isSameList, type Node, questionOfSections, type ScalarNode, scalarsWithin, sourceOf, unnoted } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { descriptionsOf } from '../references.ts';

interface ActiveMarkdown {
  readonly what: string;
}

/** What runs when a page shows it. */
const ACTIVE = /<\/?script\b|\beval\s*\(|\bjavascript:|<iframe\b|\son(?:error|load|click)\s*=/i;

const activeTexts = questionOfSections<readonly ScalarNode[]>((section, { files }) => {
  const root = files.get(section.file.uri)?.root;
  const texts = unnoted(() => (root ? descriptionsOf(root) : []));
  return scalarsWithin(texts, section).filter((text) => activePart(text) !== undefined);
}, isSameList);

function activePart(text: Node): string | undefined {
  return ACTIVE.exec(sourceOf(text))?.[0].trim();
}

/** Tools that render Markdown "MUST consider [… it] untrusted" (OpenAPI 3.2.0, section 7.5), and not all of them do. */
export const markdownSafe = defineRule<ApiElement, ActiveMarkdown>({
  id: 'markdown-safe',
  on: 'api',
  severity: 'warn',
  message: ({ what }) => `A description holds \`${what}\`, which runs where the documentation is shown.`,
  check({ document }, report) {
    for (const text of activeTexts(document.snapshot).flat()) report({ what: activePart(text) ?? '' }, text);
  },
});
