import type { Outcome } from './outcome.ts';

interface Open {
  /** How many states are open around this one. */
  readonly level: number;
  /** The place it is asked at: a number that grows with the way into the value. */
  readonly place: number;
  /** How many provisional answers there were when it was opened. */
  readonly before: number;
}

/**
 * Remembers outcomes of states, recursive ones included. A smallest value never contains itself at a place inside that is under the same
 * demands: there a smaller one would do. So a state that is met again inside itself counts as `none`. What was concluded
 * from that is provisional until the outer state is decided: if it has no value either, all conclusions stand, else they are
 * forgotten.
 */
export class OutcomeMemo {
  private readonly known = new Map<string, Outcome>();
  private readonly open = new Map<string, Open>();
  private readonly provisional: { readonly key: string; readonly outcome: Outcome; readonly lowest: number }[] = [];
  private readonly provisionalByKey = new Map<string, { readonly outcome: Outcome; readonly lowest: number }>();
  private unknown: string[] = [];
  /** The outermost open state that the conclusions at hand lean on. */
  private lowest = Infinity;

  /** What one question left open, for lack of steps or for its nesting, another one may decide. */
  forgetUnknown(): void {
    for (const key of this.unknown) this.known.delete(key);
    this.unknown = [];
  }

  /** The remembered outcome of a state, or what `decide` finds. */
  remember(key: string, place: number, decide: () => Outcome): Outcome {
    const known = this.known.get(key);
    if (known) return known;
    const provisional = this.provisionalByKey.get(key);
    if (provisional) {
      this.lowest = Math.min(this.lowest, provisional.lowest);
      return provisional.outcome;
    }
    const again = this.open.get(key);
    if (again) return this.meetAgain(again, place);
    const outer = this.lowest;
    this.lowest = Infinity;
    const opened: Open = { level: this.open.size, place, before: this.provisional.length };
    this.open.set(key, opened);
    const outcome = decide();
    this.open.delete(key);
    const leans = this.settle(key, opened, outcome);
    this.lowest = Math.min(outer, leans);
    return outcome;
  }

  private meetAgain({ level, place: before }: Open, place: number): Outcome {
    this.lowest = Math.min(this.lowest, level);
    if (before >= place) return { kind: 'unknown', reason: 'a schema refers to itself at the same place' };
    return { kind: 'none' };
  }

  /** Returns the level that the outcome still leans on. */
  private settle(key: string, { level, before }: Open, outcome: Outcome): number {
    const leans = this.lowest < level ? this.lowest : Infinity;
    if (outcome.kind === 'none' && leans !== Infinity) {
      const entry = { key, outcome, lowest: leans };
      this.provisional.push(entry);
      this.provisionalByKey.set(key, entry);
      return leans;
    }
    const stands = outcome.kind === 'none';
    for (const entry of this.provisional.splice(before)) {
      this.provisionalByKey.delete(entry.key);
      if (stands) this.known.set(entry.key, entry.outcome);
    }
    // What is unknown may lean on what the outer states turn out to be; it is asked again then.
    if (outcome.kind !== 'unknown' || leans === Infinity) this.known.set(key, outcome);
    if (outcome.kind === 'unknown') this.unknown.push(key);
    return outcome.kind === 'found' ? Infinity : leans;
  }
}
