import { escapeUnsafe, type OutlineItem } from '@breakwater/core';
import type { SymbolInformation } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import type { Documents } from '../session/documents.ts';
import type { Located } from '../session/result.ts';
import { KINDS, nameOf, outlineOf } from './document-symbols.ts';
import type { Member } from './place.ts';
import { distinct, toLocation } from './to-location.ts';

/** More than anybody reads; the editor asks again with more letters. */
const MAX_FOUND = 500;
/** Of a contract that nobody has opened. */
export const MAX_SYMBOLS = 5_000;

/** Operations, by path and id, and definitions of the contracts of the workspace, in all their files; of those that are not open, as far as they are known. */
export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  answer(connection, { documents, session, closed }) {
    connection.onWorkspaceSymbol(async ({ query }) => {
      await session.settle();
      const results = new Set(documents.paths().flatMap((path) => session.resultsOf(path)));
      const matches = matcherOf(query);
      const found = [...results].flatMap((result) => symbolsOf(result, documents, matches));
      return distinct([...found, ...closed.named().filter(({ name }) => matches(name))]).slice(0, MAX_FOUND);
    });
  },
};

export function symbolsOf(result: Located, documents: Documents, matches: (name: string) => boolean = () => true): readonly SymbolInformation[] {
  return [...result.contract.snapshot.files].flatMap(([uri, file]) => symbolsIn({ result, uri, file }, documents, matches));
}

function symbolsIn(member: Member, documents: Documents, matches: (name: string) => boolean): readonly SymbolInformation[] {
  return outlineOf(member)
    .flatMap((item) => named(item, ''))
    .filter(({ item }) => matches(item.fullName ?? item.label))
    .map(({ item, holder }) => ({
      name: nameOf(item.fullName ?? item.label),
      kind: KINDS[item.role],
      location: toLocation(member.file.source, item.key, member.result, { documents }),
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
