import { booleanOf, child, entriesOf, type Node, resolve, type Snapshot, stringOf } from '@breakwater/core';
import { kindsOf } from '../grammar/structure.ts';
import { type Document, documentOf } from '../model/document.ts';
import { briefSchema, listOf } from './brief-schema.ts';
import { kindOf } from './kind-of.ts';

const MAX_LENGTH = 60;

/** What something is, in half a line. */
export function briefOf(snapshot: Snapshot, given: Node): string | undefined {
  const document = documentOf(snapshot);
  const node = resolve(snapshot, given);
  if (node && booleanOf(node) !== undefined) return briefSchema(snapshot, node);
  const kind = document && node ? (kindOf(kindsOf(document), node) ?? kindOf(kindsOf(document), given)) : undefined;
  const text = document && node && kind !== undefined ? briefs[kind]?.(node, document) : undefined;
  if (text === undefined || text === '') return undefined;
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}

type Brief = (node: Node, document: Document) => string | undefined;

const schema: Brief = (node, { snapshot }) => briefSchema(snapshot, node);

/** What a parameter, header or media type describes the value by; in OpenAPI 2.0 that is the thing itself. */
const described: Brief = (node, { snapshot }) => {
  const [content] = entriesOf(child(node, 'content'));
  const own = child(node, 'schema') ?? child(content?.value, 'schema');
  return briefSchema(snapshot, own ?? node);
};

const briefs: Readonly<Record<string, Brief>> = {
  schema,
  responseSchema: schema,
  parameter(node, document) {
    const type = described(node, document);
    return `${stringOf(child(node, 'in')) ?? ''} ${stringOf(child(node, 'name')) ?? ''}${type === undefined ? '' : `: ${type}`}`;
  },
  header: described,
  mediaType: described,
  response: (node) => stringOf(child(node, 'description')) ?? stringOf(child(node, 'summary')),
  requestBody: (node) => listOf(entriesOf(child(node, 'content')).map(({ name }) => name)),
  pathItem: (node) => listOf(entriesOf(node).flatMap(({ name, value }) => (value.kind === 'map' && /^[a-z]+$/.test(name) ? [name.toUpperCase()] : []))),
  operation: (node) => stringOf(child(node, 'operationId')) ?? stringOf(child(node, 'summary')),
  securityScheme: (node) =>
    listOf(
      ['type', 'scheme', 'in', 'name', 'flow'].flatMap((name) => stringOf(child(node, name)) ?? []),
      ' ',
    ),
  example: (node) => stringOf(child(node, 'summary')) ?? stringOf(child(node, 'description')),
  link: (node) => stringOf(child(node, 'operationId')) ?? stringOf(child(node, 'operationRef')),
  callback: (node) => listOf(entriesOf(node).map(({ name }) => name)),
  tag: (node) => stringOf(child(node, 'description')) ?? stringOf(child(node, 'summary')),
};
