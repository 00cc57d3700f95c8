import { booleanOf, child, type Direction, type Entry, entriesOf, itemsOf, type Node, once, type Place, resolve, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { mediaTypeIdentity, mediaTypeStandIns } from '../identity.ts';
import { type Document, field } from './document.ts';
import type { EncodingElement, MediaTypeElement, RequestBodyElement } from './element.ts';
import { headersOf } from './header.ts';
import { partOf } from './part.ts';
import { schemaIn } from './schema.ts';
import { collectionStyle, styleOf } from './style.ts';

const REQUEST_BODY = 'the request body';

/** The body of a webhook or a callback: it comes in the media type that the provider likes, and nobody asks for another one. */
export function isUnasked(owner: string, direction: Direction | undefined): boolean {
  return owner === REQUEST_BODY && direction === 'output';
}

export function requestBodyOf(
  document: Document,
  written: Entry | undefined,
  operation: string,
  direction: Direction | undefined,
): RequestBodyElement | undefined {
  const node = written && resolve(document.snapshot, written.value);
  if (!written || !node) return undefined;
  return {
    kind: 'requestBody',
    ...partOf({
      document,
      id: 'requestBody',
      node,
      at: { node: written.value, span: written },
      direction,
      scope: operation === '' ? undefined : `${operation} request body`,
    }),
    required: booleanOf(child(node, 'required')) === true,
    operation,
    children: () => mediaTypesOf(document, field(document, node, 'content'), REQUEST_BODY, direction),
  };
}

/** OpenAPI 2.0: the parameter `in: body` is the request body, and `consumes` lists its media types. */
export function bodyParameterOf(
  document: Document,
  written: Node,
  operation: string,
  consumes: Node | undefined,
  direction: Direction | undefined,
): RequestBodyElement | undefined {
  const node = resolve(document.snapshot, written);
  if (!node || stringOf(child(node, 'in')) !== 'body') return undefined;
  return {
    kind: 'requestBody',
    ...partOf({ document, id: 'requestBody', node, direction, scope: `${operation} request body`, dependsOn: listOf(consumes).join(' ') }),
    required: booleanOf(child(node, 'required')) === true,
    operation,
    children: () => schemaPerMediaType(document, node, child(node, 'schema'), consumes, REQUEST_BODY, direction),
  };
}

/** OpenAPI 2.0: one schema for every media type that `consumes` or `produces` lists; JSON when nothing is listed. */
export function schemaPerMediaType(
  document: Document,
  node: Node,
  schema: Node | undefined,
  list: Node | undefined,
  owner: string,
  direction: Direction | undefined,
): readonly MediaTypeElement[] {
  const listed = itemsOf(list).flatMap((item) => (stringOf(item) === undefined ? [] : [{ name: stringOf(item) ?? '', item }]));
  const types = listed.length > 0 ? listed : [{ name: 'application/json', item: undefined }];
  return types.map(({ name, item }) => {
    const at = item ?? schema ?? node;
    return mediaTypeOf(document, {
      name,
      node: schema?.parent ?? node,
      at: { node: at, span: at.entry ?? at },
      schemas: schema ? [schema] : [],
      owner,
      direction,
    });
  });
}

function listOf(list: Node | undefined): readonly string[] {
  return itemsOf(list).map((item) => stringOf(item) ?? '');
}

export function mediaTypesOf(document: Document, content: Node | undefined, owner: string, direction: Direction | undefined): readonly MediaTypeElement[] {
  return entriesOf(content).flatMap((entry) => {
    const node = resolve(document.snapshot, entry.value);
    const [schema, item] = [child(node, 'schema'), child(node, 'itemSchema')];
    const first = schema ?? item;
    const at = { node: entry.value, span: entry.value.entry ?? entry.value };
    const items = schema && item;
    return node ? [mediaTypeOf(document, { name: entry.name, node, at, schemas: first ? [first] : [], items, owner, direction })] : [];
  });
}

interface MediaTypeUse {
  /** As written. */
  readonly name: string;
  readonly node: Node;
  readonly at: Place;
  /** All of them hold. */
  readonly schemas: readonly Node[];
  /** What each item is like, beside a schema for the whole (OpenAPI 3.2). */
  readonly items?: Node | undefined;
  readonly owner: string;
  readonly direction: Direction | undefined;
}

export function mediaTypeOf(document: Document, { name, node, at, schemas, items, owner, direction }: MediaTypeUse): MediaTypeElement {
  const schema = once(() => schemaOf(document, schemas, owner, direction, name));
  const both = () => [schema(), schemaIn(document, items, 'itemSchema', `an item of ${owner}`, direction)].filter((one) => one !== undefined);
  return {
    kind: 'mediaType',
    ...partOf({ document, id: mediaTypeIdentity(name), node, at, direction, dependsOnNodes: schemas }),
    standIns: mediaTypeStandIns(name),
    mediaType: name,
    owner,
    schema,
    children() {
      return [...both(), ...encodingsOf(document, field(document, node, 'encoding'), direction)];
    },
    parts() {
      const own = schema();
      const written = encodingsOf(document, field(document, node, 'encoding'), direction);
      return [...both(), ...written, ...(own && isForm(name) ? formLists(document, own, field(document, node, 'encoding'), direction) : [])];
    },
  };
}

/** The fields of a form are text on the wire; but one that is an object may be written as JSON. */
function isForm(mediaType: string): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)$/.test(mediaTypeIdentity(mediaType));
}

function isXml(mediaType: string): boolean {
  return /[/+]xml$/.test(mediaTypeIdentity(mediaType));
}

function schemaOf(document: Document, nodes: readonly Node[], owner: string, direction: Direction | undefined, mediaType: string): SchemaElement | undefined {
  const [first, ...others] = nodes;
  const schema = first && schemaIn(document, [first, ...others], 'schema', owner, direction, { asXml: isXml(mediaType) });
  return schema && isForm(mediaType) && holdsTextOnly(schema) ? schemaIn(document, schema.nodes, 'schema', owner, direction, { textual: true }) : schema;
}

function holdsTextOnly(schema: SchemaElement): boolean {
  return schema.parts().every((field) => field.parts().every((item) => isText(item)) && isText(field));
}

function isText(schema: SchemaElement): boolean {
  const { types } = schema.effective();
  return types !== undefined && !types.has('object');
}

function encodingsOf(document: Document, node: Node | undefined, direction: Direction | undefined): readonly EncodingElement[] {
  return entriesOf(node).map((entry) => ({
    kind: 'encoding',
    ...partOf({ document, id: entry.name, node: entry.value, direction }),
    name: entry.name,
    serialization: undefined,
    contentType: stringOf(child(entry.value, 'contentType')),
    children: () => headersOf(document, field(document, entry.value, 'headers'), '', direction),
  }));
}

/** The lists among the fields of a form, whose items may be written one by one or joined. */
function formLists(document: Document, schema: SchemaElement, encoding: Node | undefined, direction: Direction | undefined): readonly EncodingElement[] {
  return [...schema.effective().properties].flatMap(([name, [property]]) => {
    const field = property && schemaIn(document, property, name, name);
    if (!field?.effective().types?.has('array')) return [];
    const written = resolve(document.snapshot, child(encoding, name));
    const node = written ?? field.node;
    const serialization = formSerialization(document, node, written !== undefined);
    return [
      {
        kind: 'encoding',
        ...partOf({ document, id: `list ${name}`, node, direction, dependsOn: serialization }),
        name,
        serialization,
        contentType: undefined,
        children: () => [],
      },
    ];
  });
}

function formSerialization(document: Document, node: Node, written: boolean): string {
  if (document.version === '2.0') return collectionStyle(node, 'formData');
  return written ? styleOf(node, 'form', 'array') : 'form exploded';
}
