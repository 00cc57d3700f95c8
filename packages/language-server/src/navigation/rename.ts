import { isDamaged, renaming } from '@breakwater/core';
import { LSPErrorCodes, type PrepareRenameResult, ResponseError, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { toWorkspaceEdit } from '../action/offer.ts';
import type { Feature } from '../feature.ts';
import { foundNamesAt } from './meant.ts';
import { type Place, placesAt } from './place.ts';
import { placesEverywhere } from './places-everywhere.ts';
import { distinct, rangeOf } from './to-location.ts';

/** Gives a name another wording in all its places, in all files of the contracts, opened or not, or says why not. */
export const rename: Feature = {
  capabilities: ({ textDocument }) => ({ renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true }),
  answer(connection, parts) {
    connection.onPrepareRename(async (params) => {
      const places = await placesAt(params, parts);
      return refusalAt(places) ?? preparedAt(places);
    });
    connection.onRenameRequest(async (params) => {
      const places = await placesEverywhere(params, parts);
      const refusal = refusalAt(places) ?? refusalOf(places, params.newName);
      if (refusal) return refusal;
      const edits = places.map((place) =>
        toWorkspaceEdit(
          foundNamesAt(place).flatMap(({ name }) => renaming(name, params.newName)),
          place.result,
          parts,
        ),
      );
      return merged(edits);
    });
  },
};

/** In text that is read only in part, nobody knows all places. */
function refusalAt(places: readonly Place[]): ResponseError<void> | undefined {
  const isNamed = places.some((place) => foundNamesAt(place).length > 0);
  const isUnclear = isNamed && places.some(({ result }) => isDamaged(result.contract.snapshot));
  return isUnclear ? refused('A file of the contract can only be read in part, so a name could be missed. Repair what is told there first.') : undefined;
}

function refusalOf(places: readonly Place[], to: string): ResponseError<void> | undefined {
  const names = places.flatMap(foundNamesAt);
  if (names.length === 0) return refused('There is no name here that can be changed.');
  const reason = names.map(({ name }) => name.refusal(to)).find((found) => found !== undefined);
  return reason === undefined ? undefined : refused(reason);
}

function refused(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

function preparedAt(places: readonly Place[]): PrepareRenameResult | null {
  const [found] = places.flatMap(foundNamesAt);
  return found ? { range: rangeOf(found.mention.file, found.mention.span), placeholder: found.name.name } : null;
}

/** Of contracts that share files, each edit once. */
function merged(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const [first] = edits;
  if (!first || edits.length === 1) return first ?? {};
  if (!first.documentChanges) {
    const changes: Record<string, TextEdit[]> = {};
    for (const edit of edits) for (const [uri, list] of Object.entries(edit.changes ?? {})) changes[uri] = distinct([...(changes[uri] ?? []), ...list]);
    return { changes };
  }
  const byUri = new Map<string, Extract<NonNullable<WorkspaceEdit['documentChanges']>[number], { edits: unknown }>>();
  for (const change of edits.flatMap(({ documentChanges }) => documentChanges ?? [])) {
    if (!('edits' in change)) continue;
    const known = byUri.get(change.textDocument.uri);
    byUri.set(change.textDocument.uri, known ? { ...known, edits: distinct([...known.edits, ...change.edits]) } : change);
  }
  return { documentChanges: [...byUri.values()] };
}
