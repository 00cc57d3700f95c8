import { booleanOf, child, type Entry, entriesOf, itemsOf, type Node, type OutlineItem, type OutlineRole, type Snapshot, stringOf } from '@breakwater/core';
import type { Kinds } from '../grammar/kinds.ts';
import { kindsOf } from '../grammar/structure.ts';
import { documentOf } from '../model/document.ts';
import { kindOf } from './kind-of.ts';

/** Deeper parts are found by what is around them. */
const MAX_DEPTH = 6;

/** Of a larger text, in UTF-16 units, the outline would be as large as the text if it held properties, and editors ask for it with every edit. */
const MAX_WITH_PROPERTIES = 1_000_000;

/** Paths with their operations, components with their properties; the rest by its keys. */
export function outlineOf(snapshot: Snapshot, uri: string): readonly OutlineItem[] {
  const document = documentOf(snapshot);
  const root = snapshot.files.get(uri)?.root;
  if (!document || !root) return [];
  const kinds = kindsOf(document);
  const kind = kindOf(kinds, root);
  if (kind !== undefined && kind !== 'root') return partsOf(kinds, root, kind, 0);
  const items = entriesOf(root).map((entry) => itemOf(kinds, entry, 0));
  return kind === 'root' ? items.map((item) => (item.role === 'definition' ? { ...item, role: 'field' } : item)) : items;
}

function itemOf(kinds: Kinds, entry: Entry, depth: number): OutlineItem {
  const { name, value } = entry;
  const kind = kindOf(kinds, value);
  const children = depth < MAX_DEPTH ? partsOf(kinds, value, kind, depth + 1) : [];
  const detail = kind === 'operation' ? (stringOf(child(value, 'operationId')) ?? stringOf(child(value, 'summary'))) : undefined;
  return {
    role: roleOf(kind, value),
    label: name,
    ...(detail !== undefined && { detail }),
    ...(kind === 'operation' && { fullName: fullNameOf(entry, detail) }),
    deprecated: booleanOf(child(value, 'deprecated')) === true,
    node: value,
    key: { start: entry.start, end: entry.end },
    children,
  };
}

function partsOf(kinds: Kinds, node: Node, kind: string | undefined, depth: number): readonly OutlineItem[] {
  switch (kind) {
    case undefined:
      return node.kind === 'seq' ? itemsOf(node).flatMap((item) => listed(kinds, item)) : entriesOf(node).map((entry) => itemOf(kinds, entry, depth));
    case 'paths':
    case 'components':
      return entriesOf(node).map((entry) => itemOf(kinds, entry, depth));
    case 'pathItem':
      return [...entriesOf(node), ...entriesOf(child(node, 'additionalOperations'))]
        .filter(({ value }) => kindOf(kinds, value) === 'operation')
        .map((entry) => itemOf(kinds, entry, depth));
    case 'schema':
      if (node.file.text.length > MAX_WITH_PROPERTIES) return [];
      return entriesOf(child(node, 'properties')).map((entry) => ({ ...itemOf(kinds, entry, depth), role: 'property' }));
    default:
      return [];
  }
}

/** A tag, a server: what is in a list goes by what it says of itself. */
function listed(kinds: Kinds, item: Node): readonly OutlineItem[] {
  const named = kindOf(kinds, item) === undefined ? undefined : (child(item, 'name') ?? child(item, 'url'));
  const label = stringOf(named);
  return named && label !== undefined ? [{ role: 'definition', label, deprecated: false, node: item, key: named, children: [] }] : [];
}

function roleOf(kind: string | undefined, { kind: of }: Node): OutlineRole {
  if (kind === undefined || kind === 'paths' || kind === 'components') return of === 'scalar' ? 'definition' : 'group';
  if (kind === 'pathItem') return 'route';
  if (kind === 'operation') return 'operation';
  return kind === 'schema' ? 'type' : 'definition';
}

/** `GET /pets listPets`: people know it by one or the other. */
function fullNameOf({ name, value }: Entry, detail: string | undefined): string {
  const item = value.parent?.entry?.name === 'additionalOperations' ? value.parent.parent : value.parent;
  return [name.toUpperCase(), item?.entry?.name ?? '', detail ?? ''].filter((word) => word !== '').join(' ');
}
