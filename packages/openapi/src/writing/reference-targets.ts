import { entriesOf, escapeToken, type Node, type Proposal, relativeUri } from '@breakwater/core';
import { kindsOf } from '../grammar/structure.ts';
import { componentsOf } from '../model/component.ts';
import type { Document } from '../model/document.ts';
import { kindOf } from './kind-of.ts';

const SECTIONS: Readonly<Record<string, string>> = {
  schema: 'schemas',
  responseSchema: 'schemas',
  response: 'responses',
  parameter: 'parameters',
  example: 'examples',
  requestBody: 'requestBodies',
  header: 'headers',
  securityScheme: 'securitySchemes',
  link: 'links',
  callback: 'callbacks',
  pathItem: 'pathItems',
  mediaType: 'mediaTypes',
};

/** What a `$ref` in a file may lead to where an object of a kind is wanted: components, and what other files of the description hold. */
export function referenceTargets(document: Document, from: string, kind: string): readonly Proposal[] {
  const section = SECTIONS[kind];
  const components = componentsOf(document).filter((component) => component.section === section);
  const own = components.map(({ node, name }) => target(from, node, name, 0));
  return [
    ...own,
    ...[...document.snapshot.files.values()].flatMap(({ root }) => (root && root.file !== document.root.file ? inFile(document, from, root, kind) : [])),
  ];
}

function inFile(document: Document, from: string, root: Node, kind: string): readonly Proposal[] {
  const kinds = kindsOf(document);
  if (kindOf(kinds, root) === kind) return from === root.file.uri ? [] : [proposal(relativeUri(from, root.file.uri), 1, root)];
  if (kindOf(kinds, root) !== undefined) return [];
  // What nothing refers to yet is of the kind of what stands beside it.
  const holders = [root, ...entriesOf(root).map(({ value }) => value)].filter((holder) => kindOf(kinds, holder) === undefined);
  return holders
    .filter((holder) => entriesOf(holder).some(({ value }) => kindOf(kinds, value) === kind))
    .flatMap((holder) => entriesOf(holder).filter(({ value }) => [kind, undefined].includes(kindOf(kinds, value)) && value.kind === 'map'))
    .map(({ name, value }) => target(from, value, name, 1));
}

function target(from: string, node: Node, name: string, rank: number): Proposal {
  const steps = [name];
  for (let at = node.parent; at?.entry; at = at.parent) steps.unshift(at.entry.name);
  const file = node.file.uri === from ? '' : relativeUri(from, node.file.uri);
  return proposal(`${file}#/${steps.map((step) => escapeToken(step).replaceAll(/[%\s"<>\\^`{|}#]/g, encodeURIComponent)).join('/')}`, rank, node);
}

function proposal(value: string, rank: number, node: Node): Proposal {
  const description = entriesOf(node).find((entry) => entry.name === 'description' || entry.name === 'title')?.value;
  const note = description?.kind === 'scalar' ? String(description.value).slice(0, 300) : undefined;
  return { as: 'value', sort: 'reference', value, note, rank };
}
