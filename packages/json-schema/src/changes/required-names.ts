import { child, type Edit, insertEntry, insertItem, itemsOf, type Node, removeEntry, removeItem, stringOf } from '@breakwater/core';

/** Asks for a property, in the list that a schema has for that or in a new one. */
export function requireName(schema: Node | undefined, name: string): Edit | undefined {
  return child(schema, 'required') ? insertItem(child(schema, 'required'), name) : insertEntry(schema, 'required', [name]);
}

/** No longer asks for a property. An empty list is none: draft 4 and OpenAPI 3.0 do not allow it. */
export function unrequireName(schema: Node | undefined, name: string): Edit | undefined {
  const list = child(schema, 'required');
  const items = itemsOf(list).filter((item) => stringOf(item) === name);
  const [item] = items;
  if (!item || items.length > 1) return undefined;
  return itemsOf(list).length === 1 ? removeEntry(schema, 'required') : removeItem(list, item);
}

/** The schema around the schema of one of its properties, if that stands in its text. */
export function ownerOf(property: Node): Node | undefined {
  return property.parent?.entry?.name === 'properties' ? property.parent.parent : undefined;
}
