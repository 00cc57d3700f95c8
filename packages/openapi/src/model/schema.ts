import type { Direction, Node } from '@breakwater/core';
import { type SchemaElement, schemaElement } from '@breakwater/json-schema';
import type { Document } from './document.ts';

/** What becomes of the values on the wire: text as it stands, or XML. */
interface Wire {
  readonly textual?: boolean;
  readonly asXml?: boolean;
}

/** The schema at a boundary, or a definition. Of several nodes, all hold. */
export function schemaIn(
  { snapshot, dialect }: Document,
  written: Node | readonly Node[] | undefined,
  id: string,
  label: string,
  direction?: Direction | undefined,
  wire: Wire = {},
): SchemaElement | undefined {
  const [first, ...others] = [written ?? []].flat();
  return first && schemaElement({ id, label, nodes: [first, ...others], snapshot, dialect, direction, ...wire });
}
