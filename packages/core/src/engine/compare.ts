import type { Audience, Finding, Subject, Verdict } from '../finding/finding.ts';
import { fingerprintOf, trailOf } from '../finding/fingerprint.ts';
import { locationOf } from '../finding/location.ts';
import { DEFAULT_AUDIENCES, SEVERITY_OF, verdictFor, worseVerdict } from '../finding/verdict.ts';
import { child, type Node } from '../tree/node.ts';
import type { Unchanged } from '../workspace/unchanged.ts';
import type { Beyond, Change } from './change.ts';
import type { Element, Place } from './element.ts';
import type { Fact, Judge, Judgement, Pair, Rating } from './fact.ts';
import { placeOf } from './lint.ts';
import { pairsBelow } from './pair.ts';
import type { ReportFact, ReportOptions } from './rule.ts';
import { subjectsIn } from './usage.ts';
import type { Mode } from './variance.ts';

export interface CompareOptions {
  readonly mode?: Mode;
  /** Whom the verdicts are for. */
  readonly audiences?: readonly Audience[];
  readonly judge?: Judge | undefined;
  readonly unchanged?: Unchanged;
  /** Which subjects settings tell apart, if any: findings then say what they concern. */
  readonly groupOf?: ((subject: Subject) => string) | undefined;
  readonly shouldStop?: () => boolean;
}

/** What moved from `base` to `head`, one finding per cause, each with everything that it affects. */
export function compare(base: Element, head: Element, changes: readonly Change[], options: CompareOptions = {}): readonly Finding[] {
  const { mode = 'BACKWARD', audiences = DEFAULT_AUDIENCES, judge, unchanged = () => false, groupOf, shouldStop } = options;
  const causes = new Map<string, Cause>();
  const told = changes.filter(({ only }) => only === undefined || audiences.includes(only));
  for (const fact of factsOf(pairsBelow(base, head, unchanged, shouldStop), told)) {
    const judged = judge?.(fact);
    if (judged?.silent) continue;
    const cause = addCause(causes, fact, judged ?? byImpact(fact));
    if (groupOf) for (const subject of subjectsOf(fact)) cause.within.set(groupOf(subject), subject);
  }
  return [...causes.values()].map((cause) => toFinding(cause, mode, audiences));
}

/** Facts of one change at one place with one message: they have one cause. */
interface Cause {
  readonly fact: Fact;
  readonly message: string;
  judgement: Judgement;
  beyond: Beyond;
  readonly affects: Set<string>;
  /** One subject of each group. */
  readonly within: Map<string, Subject>;
}

/** A change that is not about sets of values says itself who breaks. */
function byImpact(fact: Fact): Judgement {
  const { backward, forward } = fact.change.impact(fact.data, directionOf(fact));
  return { backward: { verdict: backward }, forward: { verdict: forward } };
}

function directionOf({ pair, part }: Fact) {
  return (part?.element ?? pair.after).direction;
}

function addCause(causes: Map<string, Cause>, fact: Fact, judgement: Judgement): Cause {
  const message = fact.change.message(fact.data);
  const { node, span } = fact.at;
  const key = [fact.change.id, node.file.uri, span.start, span.end, message].join('|');
  const beyond = fact.change.beyond?.(fact.data, directionOf(fact), judgement.backward.verdict) ?? {};
  const known = causes.get(key);
  const cause = known ?? { fact, message, judgement, beyond, affects: new Set<string>(), within: new Map<string, Subject>() };
  if (known) {
    known.judgement = worseJudgement(known.judgement, judgement);
    known.beyond = worseBeyond(known.beyond, beyond);
  } else causes.set(key, cause);
  for (const scope of scopesOf(fact)) cause.affects.add(scope);
  return cause;
}

function worseJudgement(a: Judgement, b: Judgement): Judgement {
  return { backward: worseRating(a.backward, b.backward), forward: worseRating(a.forward, b.forward) };
}

function worseBeyond(a: Beyond, b: Beyond): Beyond {
  const worse: Partial<Record<keyof Beyond, Verdict>> = { ...a };
  for (const audience of ['source', 'semantic'] as const) {
    const [one, other] = [a[audience], b[audience]];
    if (other) worse[audience] = one ? worseVerdict(one, other) : other;
  }
  return worse;
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
function scopesOf({ pair, part }: Fact): readonly string[] {
  const own = part ? scopesIn(part.element) : [];
  return own.length > 0 ? own : nearestAbove(pair, ({ after }) => (after.scope === undefined ? [] : [after.scope]));
}

/** What settings may call a fact by. Who moves an operation to another tag does not take it out of the settings of the first one. */
function subjectsOf({ pair, part }: Fact): readonly Subject[] {
  const own = part ? subjectsIn(part.element) : [];
  return own.length > 0 ? own : nearestAbove(pair, ({ before, after }) => [before.subject ?? [], after.subject ?? []].flat());
}

function nearestAbove<T>(pair: Pair, of: (pair: Pair) => readonly T[]): readonly T[] {
  const found: T[] = [];
  const seen = new Set<Pair>();
  const stack = [pair];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const here = of(at);
    if (here.length > 0) found.push(...here);
    else stack.push(...at.parents);
  }
  return found;
}

/** How much the base promises of what a fact is about, if that is less than everything, wherever the fact is reached from. */
function stabilityOf({ pair, part }: Fact): string | undefined {
  const own = part?.element.stability?.();
  if (own !== undefined) return PROMISES.includes(own) ? own : undefined;
  const seen = new Set<Pair>();
  const stack = [pair];
  let most = -1;
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const stability = at.before.stability?.();
    const rank = stability === undefined ? -1 : PROMISES.indexOf(stability);
    if (stability === undefined && at.parents.length > 0) stack.push(...at.parents);
    else if (rank < 0) return undefined;
    else most = Math.max(most, rank);
  }
  return PROMISES[most];
}

const PROMISES: readonly string[] = ['draft', 'alpha', 'beta'];

/** A part that is no boundary itself affects the boundaries in it: a path, its operations. */
function scopesIn(element: Element): readonly string[] {
  if (element.scope !== undefined) return [element.scope];
  return element.children().flatMap(({ scope }) => scope ?? []);
}

function* factsOf(pairs: Iterable<PairWithParts>, changes: readonly Change[]): Generator<Fact> {
  const byKind = new Map<string, Change[]>();
  for (const change of changes) for (const kind of [change.on].flat()) byKind.set(kind, [...(byKind.get(kind) ?? []), change]);
  for (const { pair, removed, added } of pairs) {
    const { before, after } = pair;
    for (const change of byKind.get(after.kind) ?? []) {
      yield* collect(
        (report) => change.changed?.(before, after, report),
        (data, at, { related = before.node, lifecycle }) => ({
          change,
          data,
          pair,
          at: placeOf(after, at),
          related,
          lifecycle,
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
            lifecycle: goneOf(element),
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

function goneOf(element: Element): Fact['lifecycle'] {
  const lifecycle = element.lifecycle?.();
  return lifecycle && { ...lifecycle, of: 'base' };
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
type ToFact = (data: object, at: Parameters<ReportFact<object>>[1], more: ReportOptions) => Fact;

function collect(run: (report: ReportFact<object>) => void, toFact: ToFact): readonly Fact[] {
  const facts: Fact[] = [];
  run((data, at, more) => facts.push(toFact(data, at, more ?? {})));
  return facts;
}

function toFinding({ fact, message, judgement, beyond, affects, within }: Cause, mode: Mode, asked: readonly Audience[]): Finding {
  const { change, data, at, related, lifecycle } = fact;
  const stability = stabilityOf(fact);
  const { verdict: wire, witness, unproved, caveat } = ratingOf(judgement, mode);
  const audiences = { wire, ...(mode !== 'NONE' && beyond) };
  const verdict = verdictFor(audiences, asked);
  return {
    kind: 'change',
    ruleId: change.id,
    severity: SEVERITY_OF[verdict],
    message,
    data: { ...data },
    at: locationOf(at.node, at.span),
    related: related ? [{ message: 'It was here before.', at: locationOf(related), version: 'base' }] : [],
    fingerprint: fingerprintOf(change.id, at.node.file.uri, trailOf(related ?? at.node), message),
    impact: { backward: judgement.backward.verdict, forward: judgement.forward.verdict },
    audiences,
    verdict,
    ...(lifecycle && { lifecycle }),
    ...(stability !== undefined && { stability }),
    ...(witness && { witness }),
    ...(unproved !== undefined && { unproved }),
    ...(caveat !== undefined && { caveat }),
    affects: [...affects].sort(),
    ...(within.size > 0 && { within: [...within.values()] }),
  };
}

/** For a format's judge: whether an element was reached as the root of a set of values. */
export function isRootPair(pair: Pair, kind: Element['kind']): boolean {
  return pair.parents.every(({ after }) => after.kind !== kind);
}
