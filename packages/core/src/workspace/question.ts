import { type Entry, entriesOf, type MapNode, type Node } from '../tree/node.ts';
import { EVERYTHING, noteRead, type Slot } from '../tree/reads.ts';
import { nodeOf, type Sections } from '../tree/section.ts';
import { Steady } from '../tree/steady.ts';
import type { Snapshot } from './snapshot.ts';

/** What is asked of a part of a contract. */
type Ask<P, T> = (part: P, snapshot: Snapshot) => T;
type IsSame<T> = (a: T, b: T) => boolean;

/**
 * A question to each entry of a mapping. In a living snapshot an entry is asked again when what its answer was made from has changed, and
 * whoever asked is current as long as the answers are the same: nothing but what `isSame` compares may be kept for longer.
 */
export function questionOfEach<T>(ask: Ask<Entry, T>, isSame: IsSame<T>): (snapshot: Snapshot, map: Node | undefined) => readonly T[] {
  const answersIn = keptAnswers(ask, isSame);
  return (snapshot, map) =>
    map && isContainer(map) && snapshot.state
      ? answersIn(snapshot, map.sections).flatMap((answer) => answer ?? [])
      : entriesOf(map).map((entry) => ask(entry, snapshot));
}

/** Such a question to each section of the files of a contract; to a file as a whole where it has none. */
export function questionOfSections<T>(ask: Ask<Node, T>, isSame: IsSame<T>): (snapshot: Snapshot) => readonly T[] {
  const answersIn = keptAnswers<readonly [T] | undefined>(
    ({ value }, snapshot) => (isContainer(value) ? undefined : [ask(value, snapshot)]),
    (a, b) => a !== undefined && b !== undefined && isSame(a[0], b[0]),
  );
  const below = (snapshot: Snapshot, { sections }: Container): readonly T[] => {
    const entries = sections.current();
    return answersIn(snapshot, sections).flatMap((answer, i) => {
      const inner = entries[i] && nodeOf(entries[i]);
      return answer ?? (inner && isContainer(inner) ? below(snapshot, inner) : []);
    });
  };
  return (snapshot) =>
    [...snapshot.files.values()].flatMap(({ root }) => {
      if (!root) return [];
      if (isContainer(root) && snapshot.state) return below(snapshot, root);
      noteRead(EVERYTHING);
      return [ask(root, snapshot)];
    });
}

/** A question to a contract as a whole. */
export function questionOfWhole<T>(ask: (snapshot: Snapshot) => T, isSame: IsSame<T>): (snapshot: Snapshot) => T {
  const answers = new WeakMap<Snapshot, Steady<T>>();
  return (snapshot) => {
    if (!snapshot.state) return ask(snapshot);
    const answer = answers.get(snapshot) ?? new Steady(() => ask(snapshot), isSame);
    answers.set(snapshot, answer);
    return answer.value;
  };
}

type Container = MapNode & { readonly sections: Sections };

function isContainer(node: Node): node is Container {
  return node.kind === 'map' && node.sections !== undefined;
}

/** The answers of the entries of a container, in order. */
function keptAnswers<T>(ask: Ask<Entry, T>, isSame: IsSame<T>): (snapshot: Snapshot, sections: Sections) => readonly (T | undefined)[] {
  const known = new WeakMap<Snapshot, WeakMap<Slot, Steady<T | undefined>>>();
  const isStill = (a: T | undefined, b: T | undefined) => a === b || (a !== undefined && b !== undefined && isSame(a, b));
  return (snapshot, sections) => {
    const answers = known.get(snapshot) ?? new WeakMap<Slot, Steady<T | undefined>>();
    known.set(snapshot, answers);
    return sections.entries.map(({ name }) => {
      const slot = sections.slot(name);
      const make = () => {
        const entry = sections.entry(name);
        return entry && ask(entry, snapshot);
      };
      const answer = answers.get(slot) ?? new Steady(make, isStill);
      answers.set(slot, answer);
      return answer.value;
    });
  };
}

/** Whether two lists are the same, member by member. */
export function isSameList<T>(a: readonly T[], b: readonly T[], isSame: IsSame<T> = (one, other) => one === other): boolean {
  return a.length === b.length && a.every((one, i) => isSame(one, b[i] as T)); // The lists are of equal length.
}
