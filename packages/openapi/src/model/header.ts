import { booleanOf, child, type Direction, type Entry, entriesOf, type Node, once, resolve } from '@breakwater/core';
import { lifecycleIn } from '@breakwater/json-schema';
import { mediaTypesOf } from './body.ts';
import { type Document, field } from './document.ts';
import type { HeaderElement } from './element.ts';
import { serializationOf } from './parameter.ts';
import { partOf } from './part.ts';
import { schemaIn } from './schema.ts';

export function headersOf(document: Document, headers: Node | undefined, owner: string, direction: Direction | undefined): readonly HeaderElement[] {
  return entriesOf(headers).flatMap((entry) => headerOf(document, entry, owner, direction) ?? []);
}

export function headerOf(document: Document, entry: Entry, owner: string, direction: Direction | undefined): HeaderElement | undefined {
  const node = resolve(document.snapshot, entry.value);
  if (!node) return undefined;
  const label = `the header \`${entry.name}\``;
  const written = child(node, 'schema') ?? (document.version === '2.0' ? node : undefined);
  const schema = once(() => schemaIn(document, written, 'schema', label, direction, { textual: true }));
  return {
    kind: 'header',
    // Header names are case-insensitive (RFC 9110, section 5.1).
    ...partOf({
      document,
      id: entry.name.toLowerCase(),
      node,
      at: { node: entry.value, span: entry },
      direction,
      scope: owner === '' ? undefined : `${owner} header ${entry.name}`,
    }),
    name: entry.name,
    required: booleanOf(child(node, 'required')) === true,
    label,
    lifecycle: () => lifecycleIn(node),
    serialization: serializationOf(document, node, 'header', schema),
    schema,
    children() {
      const own = schema();
      return [...(own ? [own] : []), ...mediaTypesOf(document, field(document, node, 'content'), label, direction)];
    },
  };
}
