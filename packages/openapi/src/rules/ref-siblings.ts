import { defineRule, type MapNode, type Node, removeEntry } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';

interface RefSibling {
  readonly name: string;
}

/** "This object cannot be extended with additional properties and any properties added SHALL be ignored" (OpenAPI 3.0.4, section 4.7.23.1). */
export const refSiblings = defineRule<ApiElement, RefSibling>({
  id: 'ref-siblings',
  on: 'api',
  severity: 'warn',
  message: ({ name }) => `\`${name}\` beside \`$ref\` is ignored.`,
  check({ document }, report) {
    if (document.dialect.refSiblings) return;
    for (const { references } of document.snapshot.files.values()) {
      for (const { parent } of references) for (const entry of siblingsIn(parent)) report({ name: entry.name }, { node: entry.value, span: entry });
    }
  },
  fixes({ document }, { name }) {
    const maps = [...document.snapshot.files.values()].flatMap(({ references }) => references.map(({ parent }) => parent));
    return maps.flatMap((map) => {
      const entry = siblingsIn(map).find((one) => one.name === name);
      return map?.kind === 'map' && entry ? [{ title: `Remove \`${name}\``, safe: true, edits: [removeEntry(map, entry)] }] : [];
    });
  },
});

/** A path item may say more beside its reference, and extensions may stand anywhere. */
function siblingsIn(map: Node | undefined): MapNode['entries'] {
  if (map?.kind !== 'map' || map.parent?.entry?.name === 'paths' || !map.entries.some(({ name }) => name === '$ref')) return [];
  return map.entries.filter(({ name }) => name !== '$ref' && !name.startsWith('x-'));
}
