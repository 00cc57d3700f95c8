import { entriesOf, escapeUnsafe, type OutlineItem, type OutlineRole } from '@breakwater/core';
import { type DocumentSymbol, type SymbolInformation, SymbolKind, SymbolTag } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import { type Member, membersOf } from './place.ts';
import { rangeOf } from './to-location.ts';

export const KINDS: Readonly<Record<OutlineRole, SymbolKind>> = {
  group: SymbolKind.Namespace,
  route: SymbolKind.Interface,
  operation: SymbolKind.Method,
  type: SymbolKind.Class,
  property: SymbolKind.Property,
  definition: SymbolKind.Constant,
  field: SymbolKind.Field,
};

/** What a file of a contract consists of, as a tree where the editor shows trees. */
export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: true }),
  answer(connection, parts) {
    const asTree = parts.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
      const [member] = await membersOf(uri, parts);
      if (!member) return null;
      const symbols = outlineOf(member).map((item) => symbolOf(item, member));
      return asTree ? symbols : symbols.flatMap((symbol) => flat(symbol, uri));
    });
  },
};

/** Without a format that says more, the keys at the top. */
export function outlineOf({ result: { contract }, uri, file }: Member): readonly OutlineItem[] {
  const { format, snapshot } = contract;
  return (
    format?.writing?.outline(snapshot, uri) ??
    entriesOf(file.root).map(({ name, value, start, end }) => ({
      role: value.kind === 'scalar' ? 'field' : 'group',
      label: name,
      deprecated: false,
      node: value,
      key: { start, end },
      children: [],
    }))
  );
}

function symbolOf({ role, label, detail, deprecated, node, key, children }: OutlineItem, member: Member): DocumentSymbol {
  const { source } = member.file;
  // What an alias stands for is written elsewhere.
  const isHere = node.file.uri === source.uri && node.end >= key.end;
  return {
    name: nameOf(label),
    ...(detail !== undefined && { detail: escapeUnsafe(detail) }),
    kind: KINDS[role],
    ...(deprecated && { tags: [SymbolTag.Deprecated] }),
    range: rangeOf(source, { start: Math.min(key.start, isHere ? node.start : key.start), end: isHere ? node.end : key.end }),
    selectionRange: rangeOf(source, key),
    children: isHere ? children.map((item) => symbolOf(item, member)) : [],
  };
}

/** Editors refuse a symbol without a name. */
export function nameOf(label: string): string {
  return label.trim() === '' ? '""' : escapeUnsafe(label);
}

function flat({ children = [], name, kind, range }: DocumentSymbol, uri: string, containerName?: string): readonly SymbolInformation[] {
  const own = { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) };
  return [own, ...children.flatMap((symbol) => flat(symbol, uri, name))];
}
