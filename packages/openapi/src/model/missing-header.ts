import { child, type Edit, entriesOf, type Fix, insertEntry, type Node, repair } from '@breakwater/core';
import { field } from './document.ts';
import type { ResponseElement } from './element.ts';

/** Adds a header to a response; its type stands in a schema since OpenAPI 3. */
export function addHeader({ node, document }: ResponseElement, name: string, { description, type }: { description: string; type: string }): readonly Fix[] {
  const header = document.version === '2.0' ? { description, type } : { description, schema: { type } };
  return repair(`Describe \`${name}\``, false, headerEdit(node, name, header));
}

/** Adds the first shared header of those names, by the name that it has there. References are written as seen from the description itself. */
export function addSharedHeader({ node, document }: ResponseElement, names: readonly string[]): readonly Fix[] {
  const shared = entriesOf(field(document, field(document, document.root, 'components'), 'headers'));
  const found = names.flatMap((name) => shared.find((entry) => entry.name.toLowerCase() === name.toLowerCase()) ?? [])[0];
  if (!found || node.file !== document.root.file) return [];
  return repair(`Describe \`${found.name}\``, false, headerEdit(node, found.name, { $ref: `#/components/headers/${found.name}` }));
}

function headerEdit(node: Node, name: string, header: object): Edit | undefined {
  const headers = child(node, 'headers');
  return headers ? insertEntry(headers, name, header) : insertEntry(node, 'headers', { [name]: header });
}
