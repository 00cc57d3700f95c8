import { type LoadedFile, offsetAt } from '@breakwater/core';
import type { Position } from 'vscode-languageserver';
import { type Parts, pathAfterChecks } from '../feature.ts';
import { toRelative } from '../session/path.ts';
import type { Located } from '../session/result.ts';

/** A file as a part of one contract. */
export interface Member {
  readonly result: Located;
  readonly uri: string;
  readonly file: LoadedFile;
}

/** A place in it. */
export interface Place extends Member {
  readonly offset: number;
}

/** A document as a part of each contract that it belongs to, once every edit that came before is checked. */
export async function membersOf(uri: string, parts: Parts): Promise<readonly Member[]> {
  const path = await pathAfterChecks(uri, parts);
  return parts.session.resultsOf(path).flatMap((result) => {
    const relative = toRelative(result.root.folder, path);
    const file = result.contract.snapshot.files.get(relative);
    return file ? [{ result, uri: relative, file }] : [];
  });
}

export async function placesAt({ textDocument, position }: { textDocument: { uri: string }; position: Position }, parts: Parts): Promise<readonly Place[]> {
  const members = await membersOf(textDocument.uri, parts);
  return members.map((member) => ({ ...member, offset: offsetAt(member.file.source, position) }));
}
