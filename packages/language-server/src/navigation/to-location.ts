import { positionAt, type SourceFile, type Span } from '@breakwater/core';
import type { Location, Range } from 'vscode-languageserver';
import type { Parts } from '../feature.ts';
import { toPath } from '../session/path.ts';
import type { Located } from '../session/result.ts';

export function rangeOf(file: SourceFile, { start, end }: Span): Range {
  return { start: { ...positionAt(file, start) }, end: { ...positionAt(file, end) } };
}

export function documentUriOf(uri: string, { root }: Located, { documents }: Pick<Parts, 'documents'>): string {
  return documents.uriOf(toPath(root.folder, uri));
}

export function toLocation(file: SourceFile, span: Span, result: Located, parts: Pick<Parts, 'documents'>): Location {
  return { uri: documentUriOf(file.uri, result, parts), range: rangeOf(file, span) };
}

/** Two contracts that share a file tell the same of it once. */
export function distinct<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
