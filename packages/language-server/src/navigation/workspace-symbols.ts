import { escapeUnsafe, type LoadedFile, type OutlineItem } from '@breakwater/core';
import type { SymbolInformation } from 'vscode-languageserver';
import type { Feature, Parts } from '../feature.ts';
import type { Result } from '../session/result.ts';
import { KINDS, nameOf, outlineOf } from './document-symbols.ts';
import { distinct, toLocation } from './to-location.ts';

/** More than anybody reads; the editor asks again with more letters. */
const MAX_SYMBOLS = 500;

/** Operations, by path and id, and definitions of the contracts that are open, in all their files. */
export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  answer(connection, parts) {
    connection.onWorkspaceSymbol(async ({ query }) => {
      await parts.session.settle();
      const { documents, session } = parts;
      const results = new Set(documents.paths().flatMap((path) => session.resultsOf(path)));
      const matches = matcherOf(query);
      const found: SymbolInformation[] = [];
      for (const result of results) for (const [uri, file] of result.contract.snapshot.files) found.push(...symbolsIn({ result, uri, file }, matches, parts));
      return distinct(found).slice(0, MAX_SYMBOLS);
    });
  },
};

function symbolsIn(member: { result: Result; uri: string; file: LoadedFile }, matches: (name: string) => boolean, parts: Parts): readonly SymbolInformation[] {
  return outlineOf(member)
    .flatMap((item) => named(item, ''))
    .filter(({ item }) => matches(item.fullName ?? item.label))
    .map(({ item, holder }) => ({
      name: nameOf(item.fullName ?? item.label),
      kind: KINDS[item.role],
      location: toLocation(member.file.source, item.key, member.result, parts),
      containerName: escapeUnsafe(holder === '' ? member.uri : holder),
    }));
}

/** What is looked for by name: neither groups and fields nor the properties within. */
function named(item: OutlineItem, holder: string): readonly { readonly item: OutlineItem; readonly holder: string }[] {
  if (item.role === 'group' || item.role === 'route') return item.children.flatMap((one) => named(one, item.label));
  return item.role === 'field' ? [] : [{ item, holder }];
}

/** The letters of a query in their order, whatever is between them, large or small. */
function matcherOf(query: string): (name: string) => boolean {
  const wanted = [...query.toLowerCase()].filter((letter) => letter.trim() !== '');
  return (name) => {
    let at = 0;
    for (const letter of name.toLowerCase()) if (letter === wanted[at]) at++;
    return at === wanted.length;
  };
}
