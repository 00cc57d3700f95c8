import type { Edit } from '../text/edit.ts';
import type { SourceFile, Span } from '../text/source-file.ts';

/** A name of an author's choice, with every place where it is written. */
export interface Name {
  /** What it is the name of, in a word or two: `schema`, `tag`. */
  readonly noun: string;
  readonly name: string;
  /** Where it is given. None for a name that is used without being declared. */
  readonly declarations: readonly Mention[];
  readonly uses: readonly Mention[];
  /** What has to be said besides, so that nothing else changes with it. */
  also?(to: string): readonly Edit[];
  /** Why it cannot be called so, as a sentence; `undefined` if it can. */
  refusal(to: string): string | undefined;
}

export interface Mention {
  readonly file: SourceFile;
  /** Where the name itself stands in what is written there. */
  readonly span: Span;
  /** Writes another name in its place, in the notation and the quotes that are there. */
  rename(to: string): Edit;
}

export interface FoundName {
  readonly name: Name;
  readonly mention: Mention;
}

/** The names that are written at an offset of a file, its end included. */
export function namesAt(names: readonly Name[], uri: string, offset: number): readonly FoundName[] {
  const isHere = ({ file, span }: Mention) => file.uri === uri && span.start <= offset && offset <= span.end;
  return names.flatMap((name) => {
    const mention = name.declarations.find(isHere) ?? name.uses.find(isHere);
    return mention ? [{ name, mention }] : [];
  });
}

/** Edits of all places; of two at the same place the first. */
export function renaming(name: Name, to: string): readonly Edit[] {
  const { declarations, uses } = name;
  const edits = new Map<string, Edit>();
  for (const mention of [...declarations, ...uses]) {
    const edit = mention.rename(to);
    const key = `${edit.span.start} ${edit.uri}`;
    if (!edits.has(key)) edits.set(key, edit);
  }
  return [...edits.values(), ...(name.also?.(to) ?? [])];
}
