import type { Mention, Name, ScalarNode } from '@breakwater/core';
import type { Document } from '../model/document.ts';
import { alreadyThere, textMention } from './mention.ts';
import { textsIn } from './texts-in.ts';

/** Each `operationId` with the links that name it. */
export function operationNames(document: Document): readonly Name[] {
  const uses = byText(textsIn(document, 'link', 'operationId'));
  const declared = byText(textsIn(document, 'operation', 'operationId'));
  const names = new Set([...declared.keys(), ...uses.keys()]);
  return [...names].map((name) => ({
    noun: 'operationId',
    name,
    declarations: declared.get(name) ?? [],
    uses: uses.get(name) ?? [],
    refusal: (to) => (to !== name && declared.has(to) ? alreadyThere('operation', to) : to.trim() === '' ? 'An `operationId` cannot be empty.' : undefined),
  }));
}

export function byText(texts: readonly ScalarNode[]): ReadonlyMap<string, Mention[]> {
  const found = new Map<string, Mention[]>();
  for (const text of texts) {
    const list = found.get(String(text.value));
    if (list) list.push(textMention(text));
    else found.set(String(text.value), [textMention(text)]);
  }
  return found;
}
