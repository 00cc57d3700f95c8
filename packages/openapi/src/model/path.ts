import { child, type Direction, type Entry, entriesOf, type Kept, keptIn, type Node, once, resolve } from '@breakwater/core';
import { pathIdentity, routeIdentity } from '../identity.ts';
import { type Document, field } from './document.ts';
import type { CallbackElement, PathElement } from './element.ts';
import { pathLifecycle, pathStability } from './lifecycle.ts';
import { operationOf } from './operation.ts';
import { parameterOf } from './parameter.ts';
import { parameterListOf } from './parameter-list.ts';
import { partOf } from './part.ts';
import { basePathOf, ownServersOf, targetsOf } from './server.ts';

/** The fixed fields of a Path Item that are operations; `query` since OpenAPI 3.2. */
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

export function pathsOf(document: Document, paths: Node | undefined): readonly PathElement[] {
  return entriesOf(paths).flatMap((entry) => listedPathOf(document, entry));
}

/** Made once for each text of it, with all that is made of it on the way. */
export function listedPathOf(document: Document, entry: Entry): readonly PathElement[] {
  if (!entry.name.startsWith('/')) return [];
  const make = () => pathOf(document, entry, 'paths', pathIdentity(entry.name));
  return document.made ? keptIn(document.made.paths, entry, make) : make();
}

/**
 * The paths as requests see them: templates that differ only in the names of their variables are one path, and what their
 * items offer is offered there. (Such a description is ambiguous only where two of them have the same method.)
 */
export function exchangedPathsOf(document: Document): readonly PathElement[] {
  return keptIn(exchanged, document, () => findExchangedPaths(document));
}

const exchanged = new WeakMap<Document, Kept<readonly PathElement[]>>();

function findExchangedPaths(document: Document): readonly PathElement[] {
  const base = basePathOf(document);
  const groups = new Map<string, PathElement[]>();
  for (const path of pathsOf(document, field(document, document.root, 'paths'))) {
    const group = groups.get(path.id);
    if (group) group.push(path);
    else groups.set(path.id, [path]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    if (others.length === 0) return withAlias(first, base);
    const { key, nodes } = first.context ?? { key: '', nodes: [] };
    const parts = () => [first, ...others].flatMap((path) => path.parts?.() ?? path.children());
    return { ...withAlias(first, base), context: { key, nodes: [...nodes, ...others.map(({ node }) => node)] }, parts };
  });
}

const aliases = new WeakMap<PathElement, { readonly base: string | undefined; readonly path: PathElement }>();

/** As part of the whole address, by which a path is the same where its beginning moves into the servers. */
function withAlias(path: PathElement, base: string | undefined): PathElement {
  const known = aliases.get(path);
  if (known?.base === base && known) return known.path;
  const aliased = { ...path, alias: base === undefined ? undefined : routeIdentity(base, path.path) };
  aliases.set(path, { base, path: aliased });
  return aliased;
}

/** Requests that the provider sends: what comes in and what goes out change places. */
export function webhooksOf(document: Document): readonly PathElement[] {
  return entriesOf(field(document, document.root, 'webhooks')).flatMap((entry) => webhookOf(document, entry));
}

export function webhookOf(document: Document, entry: Entry): readonly PathElement[] {
  return pathOf(document, entry, 'webhook', entry.name);
}

export function callbacksOf(document: Document, callbacks: Node | undefined): readonly CallbackElement[] {
  return entriesOf(callbacks).flatMap((entry) => callbackOf(document, entry) ?? []);
}

export function callbackOf(document: Document, entry: Entry): CallbackElement | undefined {
  const node = resolve(document.snapshot, entry.value);
  if (!node) return undefined;
  const children = () => entriesOf(node).flatMap((path) => (path.name.startsWith('x-') ? [] : pathOf(document, path, 'callback', path.name)));
  return { kind: 'callback', ...partOf({ document, id: entry.name, node, at: { node: entry.value, span: entry } }), name: entry.name, children };
}

export function pathOf(document: Document, entry: Entry, of: PathElement['of'], id: string): readonly PathElement[] {
  const node = resolve(document.snapshot, entry.value);
  if (node?.kind !== 'map') return [];
  const path = entry.name;
  const request: Direction = of === 'paths' ? 'input' : 'output';
  // Where nothing is requested, nothing can be out of place.
  const template = of === 'paths' && operationEntries(node).length > 0 ? path : undefined;
  const operations = once(() => operationEntries(node).map((operation) => operationOf(document, operation, node, path, of)));
  return [
    {
      kind: 'path',
      ...partOf({ document, id, node, at: { node: entry.value, span: entry }, dependsOn: `${of} ${path}` }),
      role: `path ${of} ${id}`,
      path,
      of,
      ...(of !== 'callback' && { subject: { path, names: [], tags: [] } }),
      lifecycle: () => pathLifecycle(operations()),
      stability: () => pathStability(operations()),
      targets: () => targetsOf(document, node),
      // The parameters of the path are those of its operations: they are compared there and looked at here.
      children: once(() => [
        ...parameterListOf(document, node, path, (item) => parameterOf(document, item, path, '', request), template),
        ...ownServersOf(document, node),
        ...operations(),
      ]),
      parts: () => [...ownServersOf(document, node), ...operations()],
    },
  ];
}

/** `additionalOperations` since OpenAPI 3.2. */
function operationEntries(node: Node): readonly Entry[] {
  return [...entriesOf(node).filter(({ name }) => METHODS.includes(name)), ...entriesOf(child(node, 'additionalOperations'))].filter(
    ({ value }) => value.kind === 'map',
  );
}
