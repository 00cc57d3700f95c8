import { child, itemsOf, type Name, type Node, type ScalarNode } from '@breakwater/core';
import { objectsOf } from '../grammar/structure.ts';
import type { Document } from '../model/document.ts';
import { alreadyThere } from './mention.ts';
import { byText } from './operation-names.ts';
import { textsIn } from './texts-in.ts';

/** Each tag: where the root describes it, and the operations, other tags and groups that name it. */
export function tagNames(document: Document): readonly Name[] {
  const listed = objectsOf(document, 'operation').flatMap((operation) => textsOf(child(operation, 'tags')));
  const grouped = itemsOf(child(document.root, 'x-tagGroups')).flatMap((group) => textsOf(child(group, 'tags')));
  const uses = byText([...listed, ...textsIn(document, 'tag', 'parent'), ...grouped]);
  const declared = byText(textsIn(document, 'tag', 'name'));
  const names = new Set([...declared.keys(), ...uses.keys()]);
  return [...names].map((name) => ({
    noun: 'tag',
    name,
    declarations: declared.get(name) ?? [],
    uses: uses.get(name) ?? [],
    refusal: (to) => (to !== name && names.has(to) ? alreadyThere('tag', to) : to.trim() === '' ? 'The name of a tag cannot be empty.' : undefined),
  }));
}

function textsOf(list: Node | undefined): readonly ScalarNode[] {
  return itemsOf(list).flatMap((item) => (item.kind === 'scalar' && typeof item.value === 'string' ? [item] : []));
}
