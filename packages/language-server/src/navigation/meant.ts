import {
  anchorOf,
  aroundOffset,
  type FoundName,
  follow,
  type Name,
  type Node,
  namesAt,
  referencesTo,
  type ScalarNode,
  type SourceFile,
  type Span,
} from '@breakwater/core';
import type { Member, Place } from './place.ts';

/** A stretch of a text. */
export interface Spot {
  readonly file: SourceFile;
  readonly span: Span;
}

export interface Mentions {
  readonly declarations: readonly Spot[];
  readonly uses: readonly Spot[];
}

/** The names of a contract, as far as its format knows of any. */
function namesOf({ result: { contract } }: Member): readonly Name[] {
  return contract.format?.writing?.names(contract.snapshot) ?? [];
}

/** The reference whose text is at a place. */
export function referenceAt({ file, offset }: Place): ScalarNode | undefined {
  return file.references.find(({ start, end }) => start <= offset && offset <= end);
}

/** What a reference leads to, in one step. */
export function targetOfReference({ result }: Member, reference: ScalarNode | undefined): Node | undefined {
  const found = reference && follow(result.contract.snapshot, reference);
  return found && 'node' in found ? found.node : undefined;
}

/** The names that a place is about: written there, or given to what a reference there leads to. */
export function foundNamesAt(place: Place): readonly FoundName[] {
  const names = namesOf(place);
  const here = namesAt(names, place.uri, place.offset);
  const reference = here.length > 0 ? undefined : referenceAt(place);
  const { entry, file } = targetOfReference(place, reference) ?? {};
  if (!reference || !entry || !file) return here;
  return namesAt(names, file.uri, entry.start).flatMap(({ name }) => {
    const mention = name.uses.find((use) => use.file === reference.file && reference.start <= use.span.start && use.span.end <= reference.end);
    return mention ? [{ name, mention }] : [];
  });
}

/** Where what is meant at a place is declared and used. What no format has a name for is known by the references to it. */
export function mentionsAt(place: Place): Mentions {
  const names = foundNamesAt(place).map(({ name }) => name);
  if (names.length > 0) return { declarations: names.flatMap(({ declarations }) => declarations), uses: inOrder(names.flatMap(({ uses }) => uses)) };
  const node = targetOfReference(place, referenceAt(place)) ?? nodeOfKeyAt(place);
  const references = node ? referencesTo(place.result.contract.snapshot, node) : [];
  if (!node || references.length === 0) return { declarations: [], uses: [] };
  return { declarations: [{ file: node.file, span: spotOf(node) }], uses: inOrder(references.map((reference) => ({ file: reference.file, span: reference }))) };
}

/** What an editor shows of a node: its key, or where a whole file begins. */
export function spotOf(node: Node): Span {
  return node.parent ? anchorOf(node) : { start: node.start, end: node.start };
}

function nodeOfKeyAt({ file: { root }, offset }: Place): Node | undefined {
  return root && aroundOffset(root, offset).key?.value;
}

function inOrder(spots: readonly Spot[]): readonly Spot[] {
  return spots.toSorted((a, b) => (a.file.uri === b.file.uri ? a.span.start - b.span.start : a.file.uri < b.file.uri ? -1 : 1));
}
