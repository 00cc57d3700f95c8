import { child, itemsOf, type Node, stringOf } from '@breakwater/core';
import { serverIdentity } from '../identity.ts';
import type { Document } from './document.ts';
import type { ServerElement } from './element.ts';
import { partOf, placeOfItem } from './part.ts';

export function serversOf(document: Document, servers: Node | undefined): readonly ServerElement[] {
  return itemsOf(servers).flatMap((node) => {
    const url = stringOf(child(node, 'url'));
    return url === undefined ? [] : [serverElement(document, node, url, placeOfItem(node, 'url'))];
  });
}

/** OpenAPI 2.0 spreads a server over `schemes`, `host` and `basePath`. */
export function hostServersOf(document: Document): readonly ServerElement[] {
  const host = stringOf(child(document.root, 'host'));
  const base = stringOf(child(document.root, 'basePath')) ?? '';
  const at = child(document.root, 'host') ?? child(document.root, 'basePath');
  if (!at) return [];
  const schemes = itemsOf(child(document.root, 'schemes')).map((scheme) => stringOf(scheme) ?? '');
  const urls = host === undefined ? [base] : (schemes.length > 0 ? schemes : ['https']).map((scheme) => `${scheme}://${host}${base}`);
  return urls.map((url) => serverElement(document, at, url, { node: at, span: at.entry ?? at }));
}

function serverElement(document: Document, node: Node, url: string, at: ServerElement['place']): ServerElement {
  return { kind: 'server', ...partOf({ document, id: serverIdentity(url), node, at }), url, children: () => [] };
}
