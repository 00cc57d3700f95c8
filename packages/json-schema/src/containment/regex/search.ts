import { type Automaton, automatonOf, type Position } from './automaton.ts';
import { type CharSet, LAST_CODE_POINT } from './char-set.ts';

/** What a text must be like. Lengths count characters, which are code points. */
export interface TextDemand {
  readonly matching: readonly string[];
  readonly notMatching: readonly string[];
  readonly minLength: number;
  /** May be `Infinity`. */
  readonly maxLength: number;
  readonly except: ReadonlySet<string>;
}

/** Single moves of single automata that one search may make. */
const MAX_MOVES = 120_000;
const MAX_AUTOMATA = 24;
/** Tried first, so that texts look like texts. */
const NICE = Array.from('a0A-_ .1xbz/@:Z9');

interface Node {
  readonly positions: readonly Position[];
  /** The node of `except` reached so far; undefined once the text left that tree. */
  readonly listed: Trie | undefined;
  readonly before: Node | undefined;
  readonly point: number;
}

interface Trie {
  readonly id: number;
  readonly next: Map<number, Trie>;
  listed: boolean;
}

/** A shortest text that meets the demand; `none` when there is provably none; undefined when that was not found out. */
export function findText(demand: TextDemand): { readonly text: string } | 'none' | undefined {
  if (demand.minLength > demand.maxLength) return 'none';
  const matching = demand.matching.map(automatonOf);
  const automata = [...matching, ...demand.notMatching.map(automatonOf)].filter((automaton) => automaton !== undefined);
  const complete = automata.length === demand.matching.length + demand.notMatching.length;
  if (!complete || automata.length > MAX_AUTOMATA) return undefined;
  const wanted = automata.map((_, i) => i < matching.length);
  const except = trieOf(demand.except);
  const found = search({ automata, wanted, points: pointsOf(automata, demand.except), demand }, except);
  return found && found !== 'none' ? { text: textOf(found) } : found;
}

interface Hunt {
  readonly automata: readonly Automaton[];
  readonly wanted: readonly boolean[];
  readonly points: readonly number[];
  readonly demand: TextDemand;
}

/** Breadth first, one length after the other; below the least length, texts of different length are different places. */
function search(hunt: Hunt, except: Trie): Node | 'none' | undefined {
  const { minLength, maxLength } = hunt.demand;
  let level: Node[] = [{ positions: hunt.automata.map(({ start }) => start), listed: except, before: undefined, point: 0 }];
  let moves = 0;
  let seen = new Set<string>();
  for (let length = 0; level.length > 0; length++) {
    if (length >= minLength) {
      const found = level.find((node) => isWanted(node, hunt.wanted));
      if (found) return found;
    }
    if (length >= maxLength) return 'none';
    if (length < minLength) seen = new Set();
    const next: Node[] = [];
    for (const node of level) {
      moves += hunt.points.length * (1 + hunt.automata.length);
      if (moves > MAX_MOVES) return undefined;
      grow(node, hunt, seen, next);
    }
    level = next;
  }
  return 'none';
}

function grow(node: Node, { automata, points }: Hunt, seen: Set<string>, next: Node[]): void {
  for (const point of points) {
    const positions = node.positions.map((position, i) => automata[i]?.advance(position, point) ?? position);
    const listed = node.listed?.next.get(point);
    const key = `${positions.map(({ id }) => id).join(' ')}/${listed?.id ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    next.push({ positions, listed, before: node, point });
  }
}

function isWanted({ positions, listed }: Node, wanted: readonly boolean[]): boolean {
  return !listed?.listed && positions.every(({ accepts }, i) => accepts === wanted[i]);
}

function textOf(node: Node): string {
  const points: number[] = [];
  for (let at = node; at.before; at = at.before) points.push(at.point);
  return points
    .reverse()
    .map((point) => String.fromCodePoint(point))
    .join('');
}

function trieOf(texts: ReadonlySet<string>): Trie {
  let made = 0;
  const newTrie = (): Trie => ({ id: made++, next: new Map(), listed: false });
  const root = newTrie();
  for (const text of texts) {
    let at = root;
    for (const character of text) {
      const point = character.codePointAt(0) ?? 0;
      let next = at.next.get(point);
      if (!next) at.next.set(point, (next = newTrie()));
      at = next;
    }
    at.listed = true;
  }
  return root;
}

/** One character for each class of characters that nothing in the demand tells apart. */
function pointsOf(automata: readonly Automaton[], except: ReadonlySet<string>): readonly number[] {
  const starts = new Set<number>([0, 0xd800, 0xe000]); // Half a surrogate pair is the last choice.
  const cut = (set: CharSet) => {
    for (const [from, to] of set) {
      starts.add(from);
      if (to < LAST_CODE_POINT) starts.add(to + 1);
    }
  };
  for (const automaton of automata) automaton.sets().forEach(cut);
  for (const text of except) for (const character of text) cut([[character.codePointAt(0) ?? 0, character.codePointAt(0) ?? 0]]);
  const sorted = [...starts].sort((a, b) => a - b);
  const nice = NICE.map((character) => character.codePointAt(0) ?? 0);
  const chosen: number[] = [];
  const plain: number[] = [];
  for (const [i, from] of sorted.entries()) {
    const to = (sorted[i + 1] ?? LAST_CODE_POINT + 1) - 1;
    const best = nice.find((point) => from <= point && point <= to);
    if (best !== undefined) chosen.push(best);
    else plain.push(from <= 0x21 && to >= 0x21 ? 0x21 : from);
  }
  chosen.sort((a, b) => nice.indexOf(a) - nice.indexOf(b));
  const halves = plain.filter((point) => point >= 0xd800 && point <= 0xdfff);
  return [...chosen, ...plain.filter((point) => !halves.includes(point)), ...halves];
}
