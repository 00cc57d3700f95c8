import type { SourceFile } from '../text/source-file.ts';
import { textHolds } from '../text/text-holds.ts';
import { child, entriesOf, itemsOf, type Node, stringOf } from '../tree/node.ts';
import { unnoted } from '../tree/reads.ts';
import { ofSnapshot, type Snapshot } from './snapshot.ts';
import { resolveUri } from './uri.ts';

/**
 * Schema resources of JSON Schema 2020-12 (section 8.2): what `$id`, `$anchor` and `$dynamicAnchor` name.
 * Keys are absolute or bare uris without fragment; anchors are `<key>#<name>`.
 */
export interface Resources {
  readonly byId: ReadonlyMap<string, Node>;
  readonly anchors: ReadonlyMap<string, Node>;
}

export const resourcesOf = ofSnapshot((snapshot) => unnoted(() => collect(snapshot)));

/** Whether anything is named in a file: then one name can change what any reference means, and nobody notes that. */
export function namesResources(file: SourceFile): boolean {
  return NAMING.some((word) => textHolds(file, word));
}

const NAMING = ['$id', '$anchor', '$dynamicAnchor'];

/** Keywords whose value is data: what looks like a name in there is none. */
const DATA = new Set(['enum', 'const', 'default', 'example', 'examples']);

function collect(snapshot: Snapshot): Resources {
  const byId = new Map<string, Node>();
  const anchors = new Map<string, Node>();
  for (const { source, root } of snapshot.files.values()) {
    if (!root || !namesResources(source)) continue;
    const seen = new Set<Node>();
    const stack: { node: Node; base: string }[] = [{ node: root, base: source.uri }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node } = next;
      if (seen.has(node)) continue;
      seen.add(node);
      const base = note(node, next.base, byId, anchors);
      for (const { name, value } of entriesOf(node)) if (value.kind !== 'scalar' && !DATA.has(name)) stack.push({ node: value, base });
      for (const item of itemsOf(node)) if (item.kind !== 'scalar') stack.push({ node: item, base });
    }
  }
  return { byId, anchors };
}

function note(node: Node, base: string, byId: Map<string, Node>, anchors: Map<string, Node>): string {
  const id = stringOf(child(node, '$id'));
  const own = id === undefined || id.startsWith('#') ? base : resolveUri(base, id.split('#')[0] ?? '');
  if (id !== undefined && own !== base && !byId.has(own)) byId.set(own, node);
  const names = [stringOf(child(node, '$anchor')), stringOf(child(node, '$dynamicAnchor'))];
  if (id?.startsWith('#')) names.push(id.slice(1));
  for (const name of names) if (name !== undefined && !anchors.has(`${own}#${name}`)) anchors.set(`${own}#${name}`, node);
  return own;
}

/** The nearest schema resource around a node: its uri and root. Without any `$id`, the file itself. */
export function resourceAround(node: Node): { readonly uri: string; readonly root: Node | undefined } {
  const ids: { id: string; node: Node }[] = [];
  for (let at: Node | undefined = node; at; at = at.parent) {
    const id = stringOf(child(at, '$id'));
    if (id !== undefined && !id.startsWith('#')) ids.push({ id, node: at });
  }
  if (ids.length === 0) return { uri: node.file.uri, root: undefined };
  let uri = node.file.uri;
  for (const { id } of ids.reverse()) uri = resolveUri(uri, id.split('#')[0] ?? '');
  return { uri, root: ids.at(-1)?.node };
}
