import { type Cursor, cursorAt, escapeUnsafe, fileWith, offsetAt, type Proposal, positionAt, type SourceFile, settingProposals } from '@breakwater/core';
import { language } from '@breakwater/formats';
import { type ClientCapabilities, type CompletionItem, CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import type { Feature, Parts } from '../feature.ts';
import { rangeOf } from '../navigation/to-location.ts';
import { isConfiguration } from '../session/configuration.ts';
import { pathOf, toRelative } from '../session/path.ts';
import { type WriteOptions, writeProposal } from './write-proposal.ts';

const KINDS: Readonly<Record<Proposal['sort'], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  name: CompletionItemKind.Variable,
  reference: CompletionItemKind.Reference,
  choice: CompletionItemKind.EnumMember,
};

/** What may be written at a place: told from the text as it is now and the contract as it was read last, so that nobody waits for a check. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: [' ', '"', "'", '#', '/'], resolveProvider: false } }),
  answer(connection, parts) {
    connection.onCompletion(async ({ textDocument: { uri }, position }) => {
      const path = pathOf(uri);
      const document = path === undefined ? undefined : parts.documents.at(path);
      if (path === undefined || !document) return null;
      const file = fileWith(uri, document.text);
      const offset = offsetAt(file, position);
      const cursor = cursorAt(file, offset);
      if (!cursor) return [];
      const options = optionsOf(parts.client, isConfiguration(path));
      const all = await proposalsFor(path, cursor, parts);
      // Between brackets nothing begins a list but a bracket.
      const proposals = cursor.notation === 'block' ? all : all.filter(({ begins }) => begins === undefined);
      return proposals.map((proposal, index) => itemOf(proposal, index, cursor, file, options));
    });
  },
};

function optionsOf({ textDocument }: ClientCapabilities, isOurs: boolean): WriteOptions {
  const item = textDocument?.completion?.completionItem;
  return { snippets: item?.snippetSupport === true, asIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true, isOurs };
}

async function proposalsFor(path: string, cursor: Cursor, { session }: Parts): Promise<readonly Proposal[]> {
  if (isConfiguration(path)) return distinctOf(settingProposals(language().schema, cursor));
  if (session.resultsOf(path).length === 0) await session.settle();
  const found = session
    .resultsOf(path)
    .flatMap(({ root, contract: { format, snapshot } }) => format?.writing?.proposals(snapshot, toRelative(root.folder, path), cursor) ?? []);
  return distinctOf(found);
}

function distinctOf(proposals: readonly Proposal[]): readonly Proposal[] {
  return [...new Map(proposals.map((proposal) => [`${proposal.as} ${proposal.value}`, proposal])).values()].toSorted((a, b) => a.rank - b.rank);
}

function itemOf(proposal: Proposal, index: number, cursor: Cursor, file: SourceFile, options: WriteOptions): CompletionItem {
  const { text, isSnippet, filter } = writeProposal(proposal, cursor, file, options);
  const { sort, value, detail, note, deprecated } = proposal;
  const gap = cursor.gap === undefined ? undefined : positionAt(file, cursor.gap);
  return {
    label: escapeUnsafe(String(value)),
    kind: KINDS[sort],
    ...(detail !== undefined && { detail: escapeUnsafe(detail) }),
    ...(note !== undefined && { documentation: escapeUnsafe(note) }),
    ...(deprecated && { tags: [CompletionItemTag.Deprecated] }),
    sortText: String(index).padStart(5, '0'),
    filterText: filter,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(options.asIs && { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range: rangeOf(file, cursor.token), newText: text },
    ...(gap && { additionalTextEdits: [{ range: { start: { ...gap }, end: { ...gap } }, newText: ',' }] }),
  };
}
