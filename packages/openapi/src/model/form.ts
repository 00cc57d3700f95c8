import {
  booleanOf,
  child,
  type Direction,
  type Entry,
  itemsOf,
  type MapNode,
  type Node,
  ofSnapshot,
  resolve,
  type ScalarNode,
  stringOf,
} from '@breakwater/core';
import { mediaTypeOf } from './body.ts';
import { type Document, field } from './document.ts';
import type { ListedParameter, RequestBodyElement } from './element.ts';
import { listedParameters } from './parameter-list.ts';
import { partOf } from './part.ts';

/**
 * OpenAPI 2.0 spells the fields of a form as parameters; on the wire they are one body, as OpenAPI 3 says it. Rules look at the
 * parameters, since those are what is written; this is for the comparison.
 */
export function formBodyOf(
  document: Document,
  node: Node,
  shared: Node | undefined,
  path: string,
  operation: string,
  consumes: Node | undefined,
  direction: Direction,
): RequestBodyElement | undefined {
  const own = field(document, node, 'parameters');
  const names = new Set(listedParameters(document, own, path).map(({ id }) => id));
  const lists = [own, shared].flatMap((list) => {
    const fields = listedParameters(document, list, path).filter(({ in: place, id }) => place === 'formData' && (list === own || !names.has(id)));
    return list?.kind === 'seq' && fields.length > 0 ? [{ list, fields }] : [];
  });
  const schemas = lists.map(({ list, fields }) => asSchema(document, node, list, fields));
  const [first] = schemas;
  const [top] = lists;
  if (!first || !top) return undefined;
  const fields = lists.flatMap((one) => one.fields);
  const isRequired = fields.some(({ item }) => booleanOf(child(resolve(document.snapshot, item), 'required')) === true);
  const types = mediaTypes(document, fields, consumes);
  const at = { node: top.list, span: top.list.entry ?? top.list };
  return {
    kind: 'requestBody',
    ...partOf({
      document,
      id: 'requestBody',
      node: first,
      at,
      direction,
      scope: `${operation} request body`,
      dependsOn: `form ${isRequired} ${types.join(' ')}`,
      dependsOnNodes: schemas,
    }),
    required: isRequired,
    operation,
    children: () => types.map((name) => mediaTypeOf(document, { name, node: first, at, schemas, owner: 'the request body', direction })),
  };
}

const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** A file only fits into a multipart form (OpenAPI 2.0, Parameter Object, `in`). */
function mediaTypes({ snapshot }: Document, fields: readonly ListedParameter[], consumes: Node | undefined): readonly string[] {
  const listed = itemsOf(consumes).flatMap((item) => stringOf(item) ?? []);
  const forms = listed.filter((name) => FORMS.some((form) => name.toLowerCase().startsWith(form)));
  if (forms.length > 0) return forms;
  const holdsFile = fields.some(({ item }) => stringOf(child(resolve(snapshot, item), 'type')) === 'file');
  return FORMS.filter((form) => form.startsWith('multipart') === holdsFile);
}

const schemasOf = ofSnapshot(() => new Map<Node, Map<Node, MapNode>>());

/** The object whose properties are the fields of one list: nodes that stand where the list stands. One list of one operation gives one node. */
function asSchema(document: Document, operation: Node, list: Node, fields: readonly ListedParameter[]): MapNode {
  const ofDocument = schemasOf(document.snapshot);
  const ofOperation = ofDocument.get(operation) ?? new Map<Node, MapNode>();
  ofDocument.set(operation, ofOperation);
  const schema = ofOperation.get(list) ?? newSchema(document, list, fields);
  ofOperation.set(list, schema);
  return schema;
}

function newSchema({ snapshot }: Document, list: Node, fields: readonly ListedParameter[]): MapNode {
  const { file, start, end, parent, entry } = list;
  const place = { file, start, end, parent, entry };
  const entryFor = (name: string, value: Node): Entry => ({ name, value, start: (entry ?? list).start, end: (entry ?? list).end });
  const type: ScalarNode = { ...place, kind: 'scalar', value: 'object', style: 'plain' };
  const properties: MapNode = { ...place, kind: 'map', entries: fields.map(({ name, item }) => entryFor(name, item)) };
  const required = fields.flatMap(({ item }) => {
    const node = resolve(snapshot, item);
    return booleanOf(child(node, 'required')) === true ? (child(node, 'name') ?? []) : [];
  });
  const entries = [entryFor('type', type), entryFor('properties', properties), entryFor('required', { ...place, kind: 'seq', items: required })];
  return { ...place, kind: 'map', entries };
}
