import { child, entriesOf, itemsOf, type Node, stringOf } from '@breakwater/core';
import { partsOfServer, routeIdentity, serverIdentity } from '../identity.ts';
import { type Document, field } from './document.ts';
import type { ServerElement } from './element.ts';
import { partOf, placeOfItem } from './part.ts';

export function serversOf(document: Document, servers: Node | undefined): readonly ServerElement[] {
  return itemsOf(servers).flatMap((node) => {
    const url = stringOf(child(node, 'url'));
    return url === undefined ? [] : [serverElement(document, node, url, placeOfItem(node, 'url'))];
  });
}

/** OpenAPI 2.0 spreads a server over `schemes`, `host` and `basePath`. */
function hostServersOf(document: Document): readonly ServerElement[] {
  const host = stringOf(child(document.root, 'host'));
  const base = stringOf(child(document.root, 'basePath')) ?? '';
  const at = child(document.root, 'host') ?? child(document.root, 'basePath');
  if (!at) return [];
  const schemes = itemsOf(child(document.root, 'schemes')).map((scheme) => stringOf(scheme) ?? '');
  const urls = host === undefined ? [base] : (schemes.length > 0 ? schemes : ['https']).map((scheme) => `${scheme}://${host}${base}`);
  return urls.map((url) => serverElement(document, at, url, { node: at, span: at.entry ?? at }));
}

/** The servers of the whole description. OpenAPI 2.0 names one by its parts. Where none is named it is `/` (OpenAPI Object, `servers`). */
export function rootServersOf(document: Document): readonly ServerElement[] {
  const written = document.version === '2.0' ? hostServersOf(document) : serversOf(document, field(document, document.root, 'servers'));
  const servers = written.length > 0 ? written : [impliedServerOf(document)];
  return servers.map((server) => ({ ...server, alias: partsOfServer(server.url).origin }));
}

function impliedServerOf(document: Document): ServerElement {
  const at = child(document.root, 'paths') ?? document.root;
  return { ...serverElement(document, at, '/', { node: at, span: at.entry ?? at }), isImplied: true };
}

/** What all servers of the description put before its paths; `undefined` if they do not agree. */
export function basePathOf(document: Document): string | undefined {
  const [base = '', ...others] = new Set(rootServersOf(document).map(({ url }) => partsOfServer(url).base));
  return others.length === 0 ? base : undefined;
}

function serverElement(document: Document, node: Node, url: string, at: ServerElement['place']): ServerElement {
  const paths = () => entriesOf(field(document, document.root, 'paths'));
  const variables = new Map(entriesOf(field(document, node, 'variables')).map(({ name, value }) => [name, value]));
  const routes = () => new Set(paths().map(({ name }) => routeIdentity(partsOfServer(url).base, name)));
  return { kind: 'server', ...partOf({ document, id: serverIdentity(url), node, at }), url, variables, routes, children: () => [] };
}
