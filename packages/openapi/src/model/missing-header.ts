import { child, type Fix, insertEntry, repair } from '@breakwater/core';
import type { ResponseElement } from './element.ts';

/** Adds a header to a response; its type stands in a schema since OpenAPI 3. */
export function addHeader({ node, document }: ResponseElement, name: string, { description, type }: { description: string; type: string }): readonly Fix[] {
  const header = document.version === '2.0' ? { description, type } : { description, schema: { type } };
  const headers = child(node, 'headers');
  const edit = headers ? insertEntry(headers, name, header) : insertEntry(node, 'headers', { [name]: header });
  return repair(`Describe \`${name}\``, false, edit);
}
