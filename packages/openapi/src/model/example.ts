import { child, type Direction, entriesOf, itemsOf, type Node, resolve, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { HeaderElement, MediaTypeElement, ParameterElement } from './element.ts';

export type Exampled = SchemaElement | MediaTypeElement | ParameterElement | HeaderElement;

export interface ExampleUse {
  readonly value: Node;
  readonly schema: SchemaElement;
  /** In which directions it may be sent: a schema is mostly used in both, and an example shows one. */
  readonly directions: readonly Direction[];
}

const BOTH: readonly Direction[] = ['output', 'input'];

/** The examples that stand at an element itself, with the schema that they are of. */
export function examplesOf(element: Exampled): readonly ExampleUse[] {
  const schema = element.kind === 'schema' ? element : element.schema();
  if (!schema) return [];
  const values = valuesAt(element, schema).filter((value) => element.kind !== 'mediaType' || isOfType(element, value));
  const directions = element.kind === 'schema' || !element.direction ? BOTH : [element.direction];
  return values.map((value) => ({ value, schema, directions }));
}

/** A schema's `examples` is a list of values, those of other objects are a map of Example Objects (OpenAPI 3.1.1, section 4.8.19). */
function valuesAt({ kind, node }: Exampled, { snapshot, dialect }: SchemaElement): readonly Node[] {
  const single = child(node, 'example');
  const several = child(node, 'examples');
  if (kind === 'schema') return [...(single ? [single] : []), ...(dialect.refSiblings && several?.kind === 'seq' ? itemsOf(several) : [])];
  const named = several?.kind === 'map' ? entriesOf(several).map(({ value }) => resolve(snapshot, value)) : [];
  return [single, ...named.map((example) => child(example, 'dataValue') ?? child(example, 'value'))].filter((value) => value !== undefined);
}

/** In other notations than JSON an example is mostly a text in that notation, which no schema speaks about. */
function isOfType({ mediaType }: MediaTypeElement, value: Node): boolean {
  return /[/+]json\b/i.test(mediaType) || stringOf(value) === undefined;
}
