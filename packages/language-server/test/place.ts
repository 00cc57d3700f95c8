import { offsetAt, positionAt } from '@breakwater/core';
import type { Location, Position, Range } from 'vscode-languageserver/node';

/** Where a piece of a text is, `inside` characters further. With `~` in it, that is the place. */
export function placeOf(text: string, piece: string, inside = piece.includes('~') ? piece.indexOf('~') : 1): Position {
  const found = text.indexOf(piece.replace('~', ''));
  if (found < 0) throw new Error(`${piece} is not in the text.`);
  return { ...positionAt({ uri: '', text }, found + inside) };
}

/** What a range covers, with its line from 1. */
export function covered(text: string, { start, end }: Range): string {
  const file = { uri: '', text };
  return `${start.line + 1}: ${text.slice(offsetAt(file, start), offsetAt(file, end))}`;
}

/** Locations as `file line: text`, in their order. */
export function shownLocations(texts: Readonly<Record<string, string>>, locations: readonly Location[] | null): readonly string[] {
  return (locations ?? []).map(({ uri, range }) => {
    const name = Object.keys(texts).find((file) => uri.endsWith(`/${file}`)) ?? uri;
    return `${name} ${covered(texts[name] ?? '', range)}`;
  });
}
