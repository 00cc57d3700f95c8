import { type CharSet, has, WORD } from './char-set.ts';
import { type Assertion, EVERYTHING, type Pattern, parsePattern } from './parse.ts';

type Edge = { readonly set: CharSet; readonly to: number };
type Empty = { readonly when: 'always' | Assertion; readonly to: number };

/** A set of states of the automaton after some characters. States are shared: equal sets are the same object. */
export interface Position {
  readonly id: number;
  /** Whether the text may end here. */
  readonly accepts: boolean;
  /** What may be read, by whether the next character is one of a word: `\b` looks at both of its sides. */
  readonly edges: { readonly word: readonly Edge[]; readonly other: readonly Edge[] };
  readonly next: Map<number, Position>;
}

/** More states than this are not built; the pattern then counts as not understood. */
const MAX_STATES = 3_000;
const MAX_POSITIONS = 4_000;

/** Runs a pattern over text in time linear in the text. Accepts what contains a match, as `pattern` of JSON Schema does. */
export class Automaton {
  readonly start: Position;
  private readonly edges: Edge[][] = [];
  private readonly empties: Empty[][] = [];
  private readonly final: number;
  private made = 0;
  private bounded = false;
  private readonly positions = new Map<string, Position>();

  constructor(pattern: Pattern) {
    const first = this.newState();
    this.final = this.build({ kind: 'sequence', parts: [EVERYTHING, pattern, EVERYTHING] }, first);
    this.start = this.positionOf([first], true, false);
  }

  /** Every set of characters that the pattern tells apart. */
  sets(): readonly CharSet[] {
    return [...this.edges.flat().map(({ set }) => set), ...(this.bounded ? [WORD] : [])];
  }

  advance(position: Position, point: number): Position {
    const known = position.next.get(point);
    if (known) return known;
    const targets = new Set<number>();
    const word = this.bounded && has(WORD, point);
    for (const { set, to } of position.edges[word ? 'word' : 'other']) if (has(set, point)) targets.add(to);
    const next = this.positionOf([...targets], false, word);
    if (position.next.size < 256) position.next.set(point, next);
    return next;
  }

  private newState(): number {
    if (this.edges.length >= MAX_STATES) throw new RangeError('too many states');
    this.empties.push([]);
    return this.edges.push([]) - 1;
  }

  /** Adds the pattern behind state `from`; returns the state after it. */
  private build(pattern: Pattern, from: number): number {
    switch (pattern.kind) {
      case 'set': {
        const to = this.newState();
        this.edges[from]?.push({ set: pattern.set, to });
        return to;
      }
      case 'start':
      case 'end':
      case 'boundary':
      case 'inside':
        this.bounded ||= pattern.kind === 'boundary' || pattern.kind === 'inside';
        return this.link(from, this.newState(), pattern.kind);
      case 'sequence':
        return pattern.parts.reduce((state, part) => this.build(part, state), from);
      case 'choice': {
        const to = this.newState();
        for (const part of pattern.parts) this.link(this.build(part, this.link(from, this.newState())), to);
        return to;
      }
      case 'repeat':
        return this.buildRepeat(pattern, from);
    }
  }

  private buildRepeat({ part, min, max }: Pattern & { kind: 'repeat' }, from: number): number {
    let state = from;
    // A state for each round, also when the part is empty: the limit on states then bounds the work.
    const round = (before: number) => this.build(part, part.kind === 'set' ? before : this.link(before, this.newState()));
    for (let i = 0; i < min; i++) state = round(state);
    const to = this.newState();
    if (max === Infinity) {
      const loop = this.link(state, this.newState());
      this.link(this.build(part, loop), loop);
      return this.link(loop, to);
    }
    for (let i = min; i < max; i++) {
      this.link(state, to);
      state = round(state);
    }
    return this.link(state, to);
  }

  private link(from: number, to: number, when: Empty['when'] = 'always'): number {
    this.empties[from]?.push({ when, to });
    return to;
  }

  private closure(states: readonly number[], holding: readonly Empty['when'][]): number[] {
    const seen = new Set(states);
    for (const state of seen) for (const { when, to } of this.empties[state] ?? []) if (holding.includes(when)) seen.add(to);
    return [...seen];
  }

  private positionOf(states: readonly number[], atStart: boolean, afterWord: boolean): Position {
    const holding: Empty['when'][] = atStart ? ['always', 'start'] : ['always'];
    const closed = this.closure(states, holding).sort((a, b) => a - b);
    const key = `${atStart ? '^' : ''}${afterWord ? 'w' : ''}${closed.join(' ')}`;
    const known = this.positions.get(key);
    if (known) return known;
    if (this.positions.size >= MAX_POSITIONS) this.positions.clear(); // What was forgotten is found again, under another id.
    const accepts = this.closure(closed, [...holding, afterWord ? 'boundary' : 'inside', 'end']).includes(this.final);
    const edgesIf = (when: Assertion) => this.closure(closed, [...holding, when]).flatMap((state) => this.edges[state] ?? []);
    const other = edgesIf(afterWord ? 'boundary' : 'inside');
    const word = this.bounded ? edgesIf(afterWord ? 'inside' : 'boundary') : other;
    const position: Position = { id: this.made++, accepts, edges: { word, other }, next: new Map() };
    this.positions.set(key, position);
    return position;
  }
}

const automata = new Map<string, Automaton | undefined>();
const MAX_REMEMBERED = 500;

/** Undefined when the pattern is broken, not regular, or too large. */
export function automatonOf(source: string): Automaton | undefined {
  if (automata.has(source)) return automata.get(source);
  if (automata.size >= MAX_REMEMBERED) automata.clear();
  const automaton = buildAutomaton(source);
  automata.set(source, automaton);
  return automaton;
}

function buildAutomaton(source: string): Automaton | undefined {
  const pattern = source.length > 5_000 ? undefined : parsePattern(source);
  try {
    return pattern && new Automaton(pattern);
  } catch {
    return undefined; // Too many states.
  }
}
