import type { Direction, Node } from '@breakwater/core';
import { type SchemaElement, schemaElement } from '@breakwater/json-schema';
import type { Document } from './document.ts';

/** The schema at a boundary, or a definition. */
export function schemaIn(
  { snapshot, dialect }: Document,
  node: Node | undefined,
  id: string,
  label: string,
  direction?: Direction | undefined,
  textual = false,
): SchemaElement | undefined {
  return node && schemaElement({ id, label, nodes: [node], snapshot, dialect, direction, textual });
}
