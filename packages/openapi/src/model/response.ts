import { child, type Direction, entriesOf, type Node, once, resolve } from '@breakwater/core';
import { responseIdentity, responseStandIns } from '../identity.ts';
import { mediaTypesOf, schemaPerMediaType } from './body.ts';
import { type Document, field } from './document.ts';
import type { LinkElement, ResponseElement } from './element.ts';
import { headersOf } from './header.ts';
import { partOf } from './part.ts';

export function responsesOf(
  document: Document,
  responses: Node | undefined,
  operation: string,
  produces: Node | undefined,
  direction: Direction | undefined,
): readonly ResponseElement[] {
  return entriesOf(responses).flatMap((entry) => {
    const node = entry.name.startsWith('x-') ? undefined : resolve(document.snapshot, entry.value);
    return node ? [responseOf(document, node, entry.value, entry.name, operation, produces, direction)] : [];
  });
}

/** `written` is where the response is used; `node` what it says, after references. */
export function responseOf(
  document: Document,
  node: Node,
  written: Node,
  status: string,
  operation: string,
  produces: Node | undefined,
  direction: Direction | undefined,
): ResponseElement {
  const scope = operation === '' ? '' : `${operation} response ${status}`;
  const label = `response ${status}`;
  return {
    kind: 'response',
    ...partOf({
      document,
      id: responseIdentity(status),
      node,
      at: { node: written, span: written.entry ?? written },
      direction,
      scope: scope === '' ? undefined : scope,
      dependsOn: produces ? JSON.stringify(produces.file.text.slice(produces.start, produces.end)) : '',
    }),
    standIns: responseStandIns(status),
    status,
    operation,
    children: once(() => [
      ...headersOf(document, field(document, node, 'headers'), scope, direction),
      ...(child(node, 'schema') && document.version === '2.0'
        ? schemaPerMediaType(document, node, child(node, 'schema'), produces, label, direction)
        : mediaTypesOf(document, field(document, node, 'content'), label, direction)),
      ...linksOf(document, field(document, node, 'links')),
    ]),
  };
}

function linksOf(document: Document, links: Node | undefined): readonly LinkElement[] {
  return entriesOf(links).flatMap((entry) => {
    const node = resolve(document.snapshot, entry.value);
    return node
      ? [{ kind: 'link', ...partOf({ document, id: entry.name, node, at: { node: entry.value, span: entry } }), name: entry.name, children: () => [] }]
      : [];
  });
}
