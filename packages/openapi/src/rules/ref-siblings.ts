import { defineRule, entriesOf, removeEntry, repair } from '@breakwater/core';
import type { ReferenceElement } from '../model/element.ts';

interface RefSibling {
  readonly name: string;
}

/** "This object cannot be extended with additional properties and any properties added SHALL be ignored" (OpenAPI 3.0.4, section 4.7.23.1). */
export const refSiblings = defineRule<ReferenceElement, RefSibling>({
  id: 'ref-siblings',
  on: 'reference',
  severity: 'warn',
  message: ({ name }) => `\`${name}\` beside \`$ref\` is ignored.`,
  check({ node, document, of }, report) {
    const isModern = document.dialect.refSiblings;
    // A path item may say more beside its reference, as schemas may since 3.1; extensions may stand anywhere.
    if (of === 'path item' || (isModern && of === 'schema')) return;
    const allowed = isModern ? ['$ref', 'summary', 'description'] : ['$ref'];
    for (const entry of entriesOf(node)) {
      const { name, value } = entry;
      if (!allowed.includes(name) && !name.startsWith('x-')) report({ name }, { node: value, span: entry });
    }
  },
  fixes: ({ node }, { name }) => repair(`Remove \`${name}\``, true, removeEntry(node, name)),
});
