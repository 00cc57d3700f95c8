import type { Finding } from '../finding/finding.ts';
import { fingerprintOf, trailOf } from '../finding/fingerprint.ts';
import { locationOf } from '../finding/location.ts';
import { child, type Node } from '../tree/node.ts';
import type { Unchanged } from '../workspace/unchanged.ts';
import type { Change } from './change.ts';
import type { Element, Place } from './element.ts';
import type { Fact, Judge, Judgement, Pair, Rating } from './fact.ts';
import { placeOf } from './lint.ts';
import { pairsBelow } from './pair.ts';
import type { ReportFact } from './rule.ts';
import { type Mode, worseVerdict } from './variance.ts';

export interface CompareOptions {
  readonly mode?: Mode;
  readonly judge?: Judge | undefined;
  readonly unchanged?: Unchanged;
  readonly shouldStop?: () => boolean;
}

/** What moved from `base` to `head`, one finding per cause, each with everything that it affects. */
export function compare(base: Element, head: Element, changes: readonly Change[], options: CompareOptions = {}): readonly Finding[] {
  const { mode = 'BACKWARD', judge, unchanged = () => false, shouldStop } = options;
  const causes = new Map<string, Cause>();
  for (const fact of factsOf(pairsBelow(base, head, unchanged, shouldStop), changes)) {
    const judged = judge?.(fact);
    if (judged?.silent) continue;
    addCause(causes, fact, judged ?? byImpact(fact));
  }
  return [...causes.values()].map((cause) => toFinding(cause, mode));
}

/** Facts of one change at one place with one message: they have one cause. */
interface Cause {
  readonly fact: Fact;
  readonly message: string;
  judgement: Judgement;
  readonly affects: Set<string>;
}

/** A change that is not about sets of values says itself who breaks. */
function byImpact({ change, data, pair, part }: Fact): Judgement {
  const { backward, forward } = change.impact(data, (part?.element ?? pair.after).direction);
  return { backward: { verdict: backward }, forward: { verdict: forward } };
}

function addCause(causes: Map<string, Cause>, fact: Fact, judgement: Judgement): void {
  const message = fact.change.message(fact.data);
  const { node, span } = fact.at;
  const key = [fact.change.id, node.file.uri, span.start, span.end, message].join('|');
  const known = causes.get(key);
  const cause = known ?? { fact, message, judgement, affects: new Set<string>() };
  if (known) known.judgement = worseJudgement(known.judgement, judgement);
  else causes.set(key, cause);
  for (const scope of scopesOf(fact)) cause.affects.add(scope);
}

function worseJudgement(a: Judgement, b: Judgement): Judgement {
  return { backward: worseRating(a.backward, b.backward), forward: worseRating(a.forward, b.forward) };
}

/** Of two equal verdicts, the one that is proved. */
function worseRating(a: Rating, b: Rating): Rating {
  if (a.verdict !== b.verdict) return worseVerdict(a.verdict, b.verdict) === a.verdict ? a : b;
  return a.witness || !b.witness ? a : b;
}

/** The side that a mode looks at. */
export function ratingOf({ backward, forward }: Judgement, mode: Mode): Rating {
  switch (mode) {
    case 'BACKWARD':
      return backward;
    case 'FORWARD':
      return forward;
    case 'FULL':
      return worseRating(backward, forward);
    case 'NONE':
      return { verdict: 'compatible' };
  }
}

/** The nearest boundaries above a fact. */
function scopesOf({ pair, part }: Fact): ReadonlySet<string> {
  const scopes = new Set<string>(part ? scopesIn(part.element) : []);
  if (scopes.size > 0) return scopes;
  const seen = new Set<Pair>();
  const stack = [pair];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at.after.scope !== undefined) scopes.add(at.after.scope);
    else stack.push(...at.parents);
  }
  return scopes;
}

/** A part that is no boundary itself affects the boundaries in it: a path, its operations. */
function scopesIn(element: Element): readonly string[] {
  if (element.scope !== undefined) return [element.scope];
  return element.children().flatMap(({ scope }) => scope ?? []);
}

function* factsOf(pairs: Iterable<PairWithParts>, changes: readonly Change[]): Generator<Fact> {
  const byKind = new Map<string, Change[]>();
  for (const change of changes) byKind.set(change.on, [...(byKind.get(change.on) ?? []), change]);
  for (const { pair, removed, added } of pairs) {
    const { before, after } = pair;
    for (const change of byKind.get(after.kind) ?? []) {
      yield* collect(
        (report) => change.changed?.(before, after, report),
        (data, at, related) => ({
          change,
          data,
          pair,
          at: placeOf(after, at),
          related: related ?? before.node,
        }),
      );
    }
    for (const element of removed) {
      for (const change of byKind.get(element.kind) ?? []) {
        yield* collect(
          (report) => change.removed?.(element, report),
          (data) => ({
            change,
            data,
            pair,
            part: { element, version: 'base' },
            at: survivorOf(element, pair),
            related: element.node,
          }),
        );
      }
    }
    for (const element of added) {
      for (const change of byKind.get(element.kind) ?? []) {
        yield* collect(
          (report) => change.added?.(element, report),
          (data, at) => ({
            change,
            data,
            pair,
            part: { element, version: 'head' },
            at: placeOf(element, at),
          }),
        );
      }
    }
  }
}

/**
 * Where a removed part is told: at what held it. The root of a document has no key of its own to underline,
 * so there it is the entry that the part was in, if that is left.
 */
function survivorOf(element: Element, { before, after }: Pair): Place {
  if (after.node.parent) return after.place;
  let holder: Node = element.node;
  while (holder.parent && holder.parent !== before.node) holder = holder.parent;
  const left = holder.parent && holder.entry ? child(after.node, holder.entry.name) : undefined;
  return left ? { node: left, span: left.entry ?? left } : after.place;
}

type PairWithParts = ReturnType<typeof pairsBelow> extends Iterable<infer P> ? P : never;
type ToFact = (data: object, at: Parameters<ReportFact<object>>[1], related: Fact['related']) => Fact;

function collect(run: (report: ReportFact<object>) => void, toFact: ToFact): readonly Fact[] {
  const facts: Fact[] = [];
  run((data, at, more) => facts.push(toFact(data, at, more?.related)));
  return facts;
}

const SEVERITY = { breaking: 'error', dangerous: 'warn', compatible: 'info' } as const;

function toFinding({ fact, message, judgement, affects }: Cause, mode: Mode): Finding {
  const { change, data, at, related } = fact;
  const { verdict, witness, unproved } = ratingOf(judgement, mode);
  return {
    kind: 'change',
    ruleId: change.id,
    severity: SEVERITY[verdict],
    message,
    data: { ...data },
    at: locationOf(at.node, at.span),
    related: related ? [{ message: 'It was here before.', at: locationOf(related), version: 'base' }] : [],
    fingerprint: fingerprintOf(change.id, at.node.file.uri, trailOf(related ?? at.node), message),
    impact: { backward: judgement.backward.verdict, forward: judgement.forward.verdict },
    verdict,
    ...(witness && { witness }),
    ...(unproved !== undefined && { unproved }),
    affects: [...affects].sort(),
  };
}

/** For a format's judge: whether an element was reached as the root of a set of values. */
export function isRootPair(pair: Pair, kind: Element['kind']): boolean {
  return pair.parents.every(({ after }) => after.kind !== kind);
}
