import type { Node, Snapshot } from '@breakwater/core';
import { kindsOf } from '../grammar/structure.ts';
import { documentOf } from '../model/document.ts';
import { noteOf } from './field-notes.ts';
import { kindOf } from './kind-of.ts';
import { grammarOf } from './wanted.ts';

/** What is to be known of the field that a node is in. Names of an author's choice have nothing of the kind. */
export function noteOn(snapshot: Snapshot, { parent, entry }: Node): string | undefined {
  const document = documentOf(snapshot);
  const kind = document && parent ? kindOf(kindsOf(document), parent) : undefined;
  const object = document && kind !== undefined ? grammarOf(document, kind) : undefined;
  if (!object || !entry) return undefined;
  const isField =
    entry.name === '$ref' || object.fields.has(entry.name) || object.variants.some(({ of }) => [...of.values()].some((fields) => fields.has(entry.name)));
  return isField ? noteOf(object.name, entry.name) : undefined;
}
