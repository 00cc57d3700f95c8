import { type Entry, entryOf, follow, type MapNode, type Mention, type Node } from '@breakwater/core';
import { GRAMMARS } from '../grammar/grammars.ts';
import { kindsOf } from '../grammar/structure.ts';
import { componentsOf } from '../model/component.ts';
import type { Document } from '../model/document.ts';
import { kindOf } from './kind-of.ts';

/** Something that stands under a key of an author's choice, so that others can refer to it. */
export interface Definition {
  readonly node: Node;
  readonly holder: MapNode;
  readonly entry: Entry;
  readonly noun: string;
  /** `schemas`, `parameters`, … for a component; in files of its own a definition is in none. */
  readonly section: string | undefined;
  readonly uses: Mention[];
}

const NOUNS: Readonly<Record<string, string>> = {
  schemas: 'schema',
  responses: 'response',
  parameters: 'parameter',
  examples: 'example',
  requestBodies: 'request body',
  headers: 'header',
  securitySchemes: 'security scheme',
  links: 'link',
  callbacks: 'callback',
  pathItems: 'path item',
  mediaTypes: 'media type',
};

/** Components, and what references lead to in other files and below `$defs`. */
export function definitionsOf(document: Document): ReadonlyMap<Node, Definition> {
  const definitions = new Map<Node, Definition>();
  for (const { node, section, name } of componentsOf(document)) {
    const definition = definitionAt(node, NOUNS[section] ?? 'component', section);
    if (definition?.entry.name === name) definitions.set(node, definition);
  }
  for (const { references } of document.snapshot.files.values()) {
    for (const reference of references) {
      const found = follow(document.snapshot, reference);
      if (!('node' in found) || definitions.has(found.node) || !isNamedByAuthor(document, found.node)) continue;
      const definition = definitionAt(found.node, nounOf(document, found.node), undefined);
      if (definition) definitions.set(found.node, definition);
    }
  }
  return definitions;
}

function definitionAt(node: Node, noun: string, section: string | undefined): Definition | undefined {
  const { parent: holder } = node;
  const entry = holder?.kind === 'map' ? entryOf(holder, node.entry?.name ?? '') : undefined;
  return holder?.kind === 'map' && entry?.value === node ? { node, holder, entry, noun, section, uses: [] } : undefined;
}

/** The keys of an object are the specification's, and those of paths and properties are on the wire. */
function isNamedByAuthor(document: Document, { parent, entry, file }: Node): boolean {
  if (!parent || !entry || entry.name.startsWith('/') || kindOf(kindsOf(document), parent) !== undefined) return false;
  const holder = parent.entry?.name ?? '';
  return holder === '$defs' || holder === 'definitions' || (file !== document.root.file && !ON_THE_WIRE.has(holder));
}

const ON_THE_WIRE = new Set(['properties', 'patternProperties', 'dependentSchemas', 'headers', 'content', 'encoding', 'paths', 'webhooks', 'variables']);

function nounOf(document: Document, node: Node): string {
  return GRAMMARS[document.version].get(kindOf(kindsOf(document), node) ?? '')?.noun ?? 'definition';
}
