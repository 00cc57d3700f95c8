import { child, entriesOf, itemsOf, type Node, stringOf } from '@breakwater/core';
import { partsOfServer, routeIdentity, serverIdentity } from '../identity.ts';
import { type Document, field } from './document.ts';
import type { ServerElement, ServerTargets } from './element.ts';
import { partOf, placeOfItem } from './part.ts';

function serversOf(document: Document, servers: Node | undefined): readonly ServerElement[] {
  return itemsOf(servers).flatMap((node) => {
    const url = stringOf(child(node, 'url'));
    return url === undefined ? [] : [serverElement(document, node, url, placeOfItem(node, 'url'))];
  });
}

/** OpenAPI 2.0 spreads a server over `schemes`, `host` and `basePath`; an operation may have other schemes. */
function hostServersOf(document: Document, holder = document.root): readonly ServerElement[] {
  const host = stringOf(child(document.root, 'host'));
  const base = stringOf(child(document.root, 'basePath')) ?? '';
  const listed = child(holder, 'schemes');
  const at = (holder === document.root ? undefined : listed) ?? child(document.root, 'host') ?? child(document.root, 'basePath');
  if (!at) return [];
  const schemes = itemsOf(listed).map((scheme) => stringOf(scheme) ?? '');
  const urls = host === undefined ? [base] : (schemes.length > 0 ? schemes : ['https']).map((scheme) => `${scheme}://${host}${base}`);
  return urls.map((url) => serverElement(document, at, url, { node: at, span: at.entry ?? at }));
}

/** The servers that an operation or a path names instead of those above it. */
export function ownServersOf(document: Document, node: Node): readonly ServerElement[] {
  if (document.version !== '2.0') return serversOf(document, field(document, node, 'servers'));
  return child(node, 'schemes') && child(document.root, 'host') ? hostServersOf(document, node) : [];
}

/** Where the requests of an operation or a path go: to the first of these, from the inside, that names servers. */
export function targetsOf(document: Document, ...holders: readonly Node[]): ServerTargets {
  const urlsOf = (servers: readonly ServerElement[]) => new Set(servers.map(({ url }) => serverIdentity(url)));
  for (const [i, holder] of holders.entries()) {
    const own = ownServersOf(document, holder);
    if (own.length > 0) return { isOwn: i === 0, urls: urlsOf(own) };
  }
  return { isOwn: false, urls: urlsOf(rootServersOf(document)) };
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
  return { kind: 'server', ...partOf({ document, id: serverIdentity(url), node, at, dependsOn: url }), url, variables, routes, children: () => [] };
}
