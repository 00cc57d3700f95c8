import {
  type Direction,
  type Fact,
  type Impact,
  impactOf,
  type Judge,
  type Judgement,
  lowered,
  type Mode,
  type Pair,
  type Rating,
  type Snapshot,
  type Verdict,
  type Version,
  type Witness,
} from '@breakwater/core';
import { confirmedByAjv, createContainment, embed, type JsonSchema, type Side, shrink, validates } from './containment/index.ts';
import type { Dialect } from './dialect.ts';
import { isSchemaChange, type Pick, type ProofKind, type SchemaChange } from './schema-change.ts';
import type { SchemaElement } from './schema-element.ts';
import { createTranslator, type Translator } from './translate.ts';

export interface JudgeInput {
  readonly base: { readonly snapshot: Snapshot; readonly dialect: Dialect };
  readonly head: { readonly snapshot: Snapshot; readonly dialect: Dialect };
  /** The side that is asked about gets witnesses; the other one only a verdict. */
  readonly mode: Mode;
}

type Proof = { readonly kind: 'contained' } | { readonly kind: 'witness'; readonly witness?: Witness } | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Rates the facts of schemas by containment. Of a fact it asks: does everything that the sender may send satisfy what the
 * receiver demands about it? A counterexample is lifted from the place of the fact to the boundary, made small, and shown
 * only after ajv has accepted it by the sender's whole schema and refused it by the receiver's.
 */
export function createJudge(input: JudgeInput): Judge {
  const bench = createBench(input);
  return (fact) => (isSchemaChange(fact.change) ? judge(fact, fact.change, bench) : undefined);
}

function judge(fact: Fact, change: SchemaChange, bench: Bench): Judgement {
  const direction = elementsOf(fact.pair).after.direction ?? 'input';
  const [oldSender, newSender] = direction === 'input' ? (['base', 'head'] as const) : (['head', 'base'] as const);
  const backward = prove(fact, change, bench, { sender: oldSender, direction, show: bench.mode !== 'FORWARD' });
  const forward = prove(fact, change, bench, { sender: newSender, direction, show: bench.mode !== 'BACKWARD' });
  if (backward.kind === 'contained' && forward.kind === 'contained' && !change.always) {
    return change.undeclared?.(fact.data) ? ofUndeclared(fact, change, bench, direction) : SILENT;
  }
  const table = lowered(impactOf(change.move(fact.data), direction));
  const logical: Impact = { backward: verdictOf(backward, table.backward), forward: verdictOf(forward, table.forward) };
  const impact = change.policy?.(logical, fact.data, direction) ?? logical;
  return { backward: ratingOf(backward, impact.backward), forward: ratingOf(forward, impact.forward) };
}

/**
 * All that is declared is welcome on both sides. What is not declared may still come: a provider that begins to refuse it is
 * told of, and may break who relied on being ignored. A consumer that refuses it only has to expect what is declared.
 */
function ofUndeclared(fact: Fact, change: SchemaChange, bench: Bench, direction: Direction): Judgement {
  const [oldSender, newSender] = direction === 'input' ? (['base', 'head'] as const) : (['head', 'base'] as const);
  const ask = (sender: Version) => prove(fact, change, bench, { sender, direction, show: direction === 'input', contentModel: 'open' });
  const [backward, forward] = [ask(oldSender), ask(newSender)];
  if (backward.kind === 'contained' && forward.kind === 'contained') return SILENT;
  const rate = (proof: Proof) => ratingOf(proof, proof.kind === 'contained' || direction === 'output' ? 'compatible' : 'dangerous');
  return { backward: rate(backward), forward: rate(forward) };
}

const SILENT: Judgement = { backward: { verdict: 'compatible' }, forward: { verdict: 'compatible' }, silent: true };

function verdictOf({ kind }: Proof, byTable: Verdict): Verdict {
  const verdicts: Readonly<Record<ProofKind, Verdict>> = { contained: 'compatible', witness: 'breaking', unknown: byTable };
  return verdicts[kind];
}

function ratingOf(proof: Proof, verdict: Verdict): Rating {
  if (proof.kind === 'witness') return { verdict, witness: proof.witness };
  return proof.kind === 'unknown' && verdict !== 'compatible' ? { verdict, unproved: proof.reason } : { verdict };
}

function elementsOf({ before, after }: Pair): { before: SchemaElement; after: SchemaElement } {
  // A schema change is only ever asked about elements of kind `schema`, and those are made by `schemaElement`.
  return { before: before as SchemaElement, after: after as SchemaElement };
}

function elementOf(pair: Pair, version: Version): SchemaElement {
  return elementsOf(pair)[version === 'base' ? 'before' : 'after'];
}

interface Asked {
  /** The version whose values are sent; the other one receives them. */
  readonly sender: Version;
  readonly direction: Direction;
  /** Whether a witness is wanted, or only the verdict. */
  readonly show: boolean;
  /** Whether the sender may send what it does not declare; it does not, unless this is the question. */
  readonly contentModel?: ContentModel;
}

type ContentModel = 'declared' | 'open';

function prove(fact: Fact, change: SchemaChange, bench: Bench, { sender, direction, show, contentModel = 'declared' }: Asked): Proof {
  const receiver: Version = sender === 'base' ? 'head' : 'base';
  const sides = bench.sides(sender, direction, elementOf(fact.pair, sender).textual, contentModel);
  const sending = sides.schemaOf(sender, elementOf(fact.pair, sender));
  const demand = change.demand(fact.data, elementOf(fact.pair, receiver), sides.pick);
  const answer = sides.containment.contains(sending, demand);
  if (answer.kind !== 'witness') return answer;
  if (!show) return { kind: 'witness' };
  const [sent, demanded] = [
    { schema: sending, set: sides.setOf(sender) },
    { schema: demand, set: sides.setOf(receiver) },
  ];
  let tries = 0;
  // Our own interpreter is quick; ajv has the last word, on the whole message. A list of a thousand is not tried item by item.
  const offends = (value: unknown) => ++tries <= MAX_TRIES && validates(demanded, value) === false && validates(sent, value) === true;
  const lifted = lift(fact.pair, shrink(answer.value, offends), sides, sender, receiver);
  return lifted.kind === 'unknown' && isMadeUpFor(fact.pair, sides, sender, receiver) ? { kind: 'contained' } : lifted;
}

/** Whether what differs in a branch of a union is made up for by the others, wherever the branch stands. */
function isMadeUpFor(pair: Pair, sides: Sides, sender: Version, receiver: Version, seen = new Set<Pair>()): boolean {
  if (seen.has(pair)) return true;
  seen.add(pair);
  const holders = pair.parents.filter(({ after }) => after.kind === 'schema');
  if (holders.length < pair.parents.length) return false;
  return holders.every((holder) => {
    if (elementOf(pair, sender).step !== 'same') return isMadeUpFor(holder, sides, sender, receiver, seen);
    const { kind } = sides.containment.contains(sides.schemaOf(sender, elementOf(holder, sender)), sides.schemaOf(receiver, elementOf(holder, receiver)));
    return kind === 'contained' || isMadeUpFor(holder, sides, sender, receiver, seen);
  });
}

/** How many smaller values are tried for a witness. */
const MAX_TRIES = 200;

/** Up to this many ways from the fact to a boundary are tried. */
const MAX_WAYS = 4;

/**
 * The value at the place of the fact, with what has to stand around it, up to the boundary. It is made small before: what
 * surrounds it is no more than the sender must send, so the receiver's complaint is about this fact.
 */
function lift(pair: Pair, value: unknown, sides: Sides, sender: Version, receiver: Version): Proof {
  let reason = 'a value separates the two places, but no message around it was found';
  for (const way of waysUp(pair)) {
    const whole = embedAlong(way, value, sides, sender);
    const root = way.at(-1);
    if (whole === undefined || !root) continue;
    const sending: Side = { schema: sides.schemaOf(sender, elementOf(root, sender)), set: sides.setOf(sender) };
    const receiving: Side = { schema: sides.schemaOf(receiver, elementOf(root, receiver)), set: sides.setOf(receiver) };
    if (confirmedByAjv(sending, whole.value) === true && confirmedByAjv(receiving, whole.value) === false) {
      return { kind: 'witness', witness: { value: whole.value, boundary: boundaryOf(root), acceptedBy: sender, rejectedBy: receiver } };
    }
    reason = 'the value that separates the two places does not separate the whole messages';
  }
  return { kind: 'unknown', reason };
}

function boundaryOf(root: Pair): string {
  return root.parents.map(scopeAbove).find((scope) => scope !== undefined) ?? 'the schema';
}

function embedAlong(way: readonly Pair[], value: unknown, sides: Sides, sender: Version): { value: unknown } | undefined {
  let whole: { value: unknown } | undefined = { value };
  for (let i = 0; whole && i + 1 < way.length; i++) {
    const [inner, outer] = [way[i], way[i + 1]];
    const step = inner && elementOf(inner, sender).step;
    if (!outer || step === undefined || step === 'same') continue;
    whole = embed({ schema: sides.schemaOf(sender, elementOf(outer, sender)), set: sides.setOf(sender) }, step, whole.value);
  }
  return whole;
}

/** Shortest ways from a pair of schemas up to the ones at a boundary; each starts with the pair itself. */
function waysUp(start: Pair): readonly (readonly Pair[])[] {
  const ways: Pair[][] = [];
  const seen = new Set<Pair>([start]);
  const queue: Pair[][] = [[start]];
  for (let i = 0; i < queue.length && ways.length < MAX_WAYS; i++) {
    const way = queue[i] ?? [];
    const top = way.at(-1);
    if (!top) continue;
    if (top.parents.some(({ after }) => after.kind !== 'schema')) ways.push(way);
    for (const parent of top.parents) {
      if (parent.after.kind !== 'schema' || seen.has(parent)) continue;
      seen.add(parent);
      queue.push([...way, parent]);
    }
  }
  return ways;
}

function scopeAbove(pair: Pair): string | undefined {
  for (let at: Pair | undefined = pair, steps = 0; at && steps < 10; at = at.parents[0], steps++) if (at.after.scope !== undefined) return at.after.scope;
  return undefined;
}

/** The schemas of both versions as their sender and their receiver see them, in one direction. */
interface Sides {
  readonly containment: ReturnType<typeof createContainment>;
  readonly pick: Pick;
  setOf(version: Version): Side['set'];
  schemaOf(version: Version, element: SchemaElement): JsonSchema;
}

interface Bench {
  readonly mode: Mode;
  sides(sender: Version, direction: Direction, textual: boolean, contentModel: ContentModel): Sides;
}

function createBench(input: JudgeInput): Bench {
  const known = new Map<string, Sides>();
  return {
    mode: input.mode,
    sides(sender, direction, textual, contentModel) {
      const receiver: Version = sender === 'base' ? 'head' : 'base';
      const key = `${sender} ${direction} ${textual} ${contentModel}`;
      let sides = known.get(key);
      if (!sides) {
        const sending = createTranslator({ ...input[sender], direction });
        // What is text on the wire may look like a number: only the receiver's side is opened for that.
        const receiving = createTranslator({ ...input[receiver], direction, textual });
        known.set(key, (sides = createSides(sender, sending, receiving, contentModel)));
      }
      return sides;
    },
  };
}

function createSides(sender: Version, sending: Translator, receiving: Translator, contentModel: ContentModel): Sides {
  const composed = new Map<string, JsonSchema>();
  const of = (version: Version) => (version === sender ? sending : receiving);
  return {
    containment: createContainment(sending.set, receiving.set, { contentModel }),
    pick: (receiver, keywords) => pickFrom(receiver, keywords, receiving),
    setOf: (version) => of(version).set,
    schemaOf(version, { nodes: [first, ...others] }) {
      const { translate } = of(version);
      if (!first) return true;
      if (others.length === 0) return translate(first);
      // A fresh object each time would defeat every memo that is kept by identity.
      const parts = [first, ...others].map(translate);
      const key = `${version} ${parts.map(identityOf).join(' ')}`;
      let schema = composed.get(key);
      if (schema === undefined) composed.set(key, (schema = { allOf: parts }));
      return schema;
    },
  };
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

function identityOf(schema: JsonSchema): string {
  if (typeof schema === 'boolean') return String(schema);
  let identity = identities.get(schema);
  if (identity === undefined) identities.set(schema, (identity = ++lastIdentity));
  return String(identity);
}

function pickFrom(receiver: SchemaElement, keywords: readonly string[], { translate }: Translator): JsonSchema {
  const { members, orNull } = receiver.effective();
  const parts = members.map((member) => {
    const schema = translate(member);
    if (typeof schema === 'boolean') return schema;
    const picked: Record<string, unknown> = Object.create(null);
    for (const keyword of keywords) if (Object.hasOwn(schema, keyword)) picked[keyword] = schema[keyword];
    return picked;
  });
  const [only] = parts;
  const demand: JsonSchema = parts.length === 1 && only !== undefined ? only : { allOf: parts };
  return orNull ? { anyOf: [demand, { type: 'null' }] } : demand;
}
