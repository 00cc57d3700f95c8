import { decideType } from './decide-type.ts';
import { isSendable } from './evaluated.ts';
import { examplesOf } from './examples.ts';
import { Interpreter, not, type Truth } from './interpreter.ts';
import { type JsonType, MAX_DEPTH } from './json-value.ts';
import { type Literal, Literals } from './literal.ts';
import { found, NONE, type Outcome, unknown } from './outcome.ts';
import { OutcomeMemo } from './outcome-memo.ts';
import { type Inside, NO_REFERENCES } from './place.ts';
import { isSameMeaning } from './same-meaning.ts';
import type { SchemaSet } from './side.ts';

/** States and choices inside each other that are followed. */
const MAX_LEVELS = 250;
/** Parts of a value, counted as often as they occur. */
const MAX_SIZE = 100_000;
/** Pairs of schemas that one question compares by their text. */
const MAX_COMPARED = 30_000;
/** Strings first: they are what a reader expects where anything goes. */
const TYPE_ORDER: readonly JsonType[] = ['string', 'number', 'boolean', 'array', 'object', 'null'];

/**
 * Looks for a value at which all literals of a state hold. Every value it answers was checked by the interpreter; `none` is a proof.
 * One object serves many questions about the same sets: what was found out stays known.
 */
export class Search implements Inside {
  readonly literals = new Literals();
  /** Whether senders put only declared properties into objects. */
  readonly declared: boolean;
  private readonly memo = new OutcomeMemo();
  private readonly interpreters = new Map<SchemaSet, Interpreter>();
  private readonly sizes = new Sizes();
  private steps = 0;
  private readonly comparisons = { left: 0 };
  private place = 0;
  private level = 0;

  constructor(declared: boolean) {
    this.declared = declared;
  }

  /** Starts a question with so many steps. */
  begin(budget: number): void {
    this.steps = budget;
    this.comparisons.left = MAX_COMPARED;
    this.memo.forgetUnknown();
  }

  /** Takes one step, or several for what costs as much; false when there is none left. */
  step(cost = 1): boolean {
    this.steps -= cost;
    return this.steps > 0;
  }

  solve(literals: readonly Literal[]): Outcome {
    this.place += 1;
    const outcome = this.solveHere(literals);
    this.place -= 1;
    return outcome;
  }

  /** For a question about the place itself, where meeting the same state again proves nothing. */
  solveHere(literals: readonly Literal[]): Outcome {
    const needed = this.simplify(literals);
    if (!needed) return NONE;
    if (needed.length === 0) return found('');
    if (!this.enter()) return unknown('the schemas are nested too deeply');
    const key = needed.map(({ id }) => id).join(' ');
    const outcome = this.memo.remember(key, this.place, () => this.decide(needed));
    this.leave();
    return outcome;
  }

  /** Goes one level deeper; false when that is too deep. Every `enter` that succeeds has its `leave`. */
  enter(): boolean {
    if (this.level >= MAX_LEVELS) return false;
    this.level += 1;
    return true;
  }

  leave(): void {
    this.level -= 1;
  }

  literal(schema: unknown, sign: boolean): Literal {
    return this.literals.literal(schema, NO_REFERENCES, sign);
  }

  opposite(literal: Literal): Literal {
    return this.literals.opposite(literal);
  }

  holds({ schema, set, sign }: Literal, value: unknown): Truth {
    const truth = this.interpreterOf(set).validates(schema, value);
    return sign ? truth : not(truth);
  }

  /** False when a sender that puts only declared properties into objects would not send the value. */
  isSendable(literals: readonly Literal[], value: unknown): boolean {
    if (!this.declared) return true;
    const sent = literals.filter((literal) => literal.sent);
    const [first] = sent;
    return (
      !first ||
      isSendable(
        this.interpreterOf(first.set),
        sent.map(({ schema }) => schema),
        value,
      ) !== false
    );
  }

  interpreterOf(set: SchemaSet): Interpreter {
    let interpreter = this.interpreters.get(set);
    if (!interpreter) this.interpreters.set(set, (interpreter = new Interpreter(set)));
    return interpreter;
  }

  /** Whether all literals hold for a value. */
  check(literals: readonly Literal[], value: unknown): Truth {
    let all: Truth = true;
    for (const literal of literals) {
      const truth = this.holds(literal, value);
      if (truth === false) return false;
      if (truth === 'unknown') all = 'unknown';
    }
    return all;
  }

  /** Sorted, without repetition and without what always holds. Undefined when two literals contradict each other. */
  private simplify(literals: readonly Literal[]): readonly Literal[] | undefined {
    const needed: Literal[] = [];
    for (const literal of literals) {
      const trivial = literal.id >> 2;
      if (trivial <= 1 && (trivial === 1) === literal.sign && !literal.sent) continue;
      if (trivial <= 1 && (trivial === 1) !== literal.sign) return undefined;
      needed.push(literal);
    }
    const sorted: Literal[] = [];
    for (const literal of needed.sort((a, b) => a.id - b.id)) {
      const last = sorted.at(-1);
      // Those of one schema stand together.
      if (last && last.id >> 2 === literal.id >> 2 && last.sign !== literal.sign) return undefined;
      if (last?.id !== literal.id) sorted.push(literal);
    }
    return sorted;
  }

  private decide(literals: readonly Literal[]): Outcome {
    if (!this.step()) return unknown('the search took too many steps');
    if (this.sayTheSame(literals)) return NONE;
    const example = this.exampleFor(literals);
    if (example) return example;
    let open: string | undefined;
    for (const type of TYPE_ORDER) {
      const outcome = decideType(type, literals, this);
      if (outcome.kind === 'found') return this.sizes.of(outcome.value) > MAX_SIZE ? unknown('the smallest value found is too large to write') : outcome;
      if (outcome.kind === 'unknown') open ??= outcome.reason;
    }
    return open === undefined ? NONE : unknown(open);
  }

  /** The author's own example is better than any value that is made up. */
  private exampleFor(literals: readonly Literal[]): Outcome | undefined {
    for (const { schema, set, sign } of literals) {
      if (!sign) continue;
      for (const value of examplesOf(schema, set)) {
        if (this.sizes.of(value) <= MAX_SIZE && this.check(literals, value) === true && this.isSendable(literals, value)) return found(value);
      }
    }
    return undefined;
  }

  /** Whether one literal denies what another one says in other words. */
  private sayTheSame(literals: readonly Literal[]): boolean {
    const denied = literals.filter(({ sign }) => !sign);
    return literals.some((literal) => literal.sign && denied.some((other) => isSameMeaning(literal, other, this.comparisons)));
  }
}

/** Sizes of values whose parts may be shared: a small graph can be an enormous text. */
class Sizes {
  private readonly known = new WeakMap<object, number>();

  of(value: unknown, depth = 0): number {
    if (typeof value !== 'object' || value === null) return 1;
    if (depth > MAX_DEPTH) return Infinity;
    let size = this.known.get(value);
    if (size === undefined) {
      size = 1;
      for (const part of Object.values(value)) size += this.of(part, depth + 1);
      this.known.set(value, size);
    }
    return size;
  }
}
