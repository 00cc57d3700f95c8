import { booleanOf, child, type Direction, entriesOf, type Node, once, resolve, stringOf } from '@breakwater/core';
import { lifecycleIn, type SchemaElement } from '@breakwater/json-schema';
import { parameterIdentity } from '../identity.ts';
import { mediaTypesOf } from './body.ts';
import { type Document, field } from './document.ts';
import type { ParameterElement } from './element.ts';
import { partOf, placeOfItem } from './part.ts';
import { schemaIn } from './schema.ts';
import { collectionStyle, styleOf } from './style.ts';

/** A parameter other than `in: body`; `undefined` when it is too broken to have a name and a place. */
export function parameterOf(
  document: Document,
  written: Node,
  path: string,
  operation: string,
  direction: Direction | undefined,
): ParameterElement | undefined {
  const node = resolve(document.snapshot, written);
  const name = stringOf(child(node, 'name'));
  const place = stringOf(child(node, 'in'));
  if (!node || name === undefined || place === undefined) return undefined;
  const label = `the ${place} parameter \`${name}\``;
  const own = child(node, 'schema') ?? (document.version === '2.0' ? node : undefined);
  const schema = once(() => schemaIn(document, own, 'schema', label, direction, { textual: true }));
  return {
    kind: 'parameter',
    ...partOf({
      document,
      id: parameterIdentity(place, name, path),
      node,
      at: placeOfItem(node, 'name'),
      direction,
      scope: operation === '' ? undefined : `${operation} ${place} parameter ${name}`,
    }),
    in: place,
    name,
    required: place === 'path' || booleanOf(child(node, 'required')) === true,
    deprecated: booleanOf(child(node, 'deprecated')) === true,
    label,
    lifecycle: () => lifecycleIn(node),
    serialization: serializationOf(document, node, place, schema),
    schema,
    children() {
      const own = schema();
      return [...(own ? [own] : []), ...mediaTypesOf(document, field(document, node, 'content'), label, direction)];
    },
  };
}

/** The text that a value is on the wire, in a parameter or a header. */
export function serializationOf(document: Document, node: Node, place: string, schema: ParameterElement['schema']): string {
  if (field(document, node, 'content'))
    return `content ${entriesOf(field(document, node, 'content'))
      .map(({ name }) => name)
      .join()}`;
  const shape = valueShape(schema());
  if (shape === 'scalar') return 'plain';
  if (document.version === '2.0') return collectionStyle(node, place);
  return styleOf(node, place === 'query' || place === 'cookie' ? 'form' : 'simple', shape);
}

/** A scalar looks the same in every style; `allowReserved` is about escaping, which no receiver notices. */
function valueShape(schema: SchemaElement | undefined): 'scalar' | 'array' | 'object' {
  const types = schema?.effective().types;
  if (types?.has('array')) return 'array';
  return !types || types.has('object') ? 'object' : 'scalar';
}
