import {
  type Direction,
  type Fact,
  impactOf,
  type Impact,
  type Judge,
  type Judgement,
  lowered,
  type Pair,
  type Snapshot,
  type Verdict,
  type Version,
  type Witness,
} from '@breakwater/core';
import { confirmedByAjv, createContainment, embed, type JsonSchema, type Side, shrink } from './containment/index.ts';
import type { Dialect } from './dialect.ts';
import { isSchemaChange, type Pick, type ProofKind, type SchemaChange } from './schema-change.ts';
import type { SchemaElement } from './schema-element.ts';
import { createTranslator, type Translator } from './translate.ts';

export interface JudgeInput {
  readonly base: { readonly snapshot: Snapshot; readonly dialect: Dialect };
  readonly head: { readonly snapshot: Snapshot; readonly dialect: Dialect };
}

type Proof = { readonly kind: 'contained' } | { readonly kind: 'witness'; readonly witness: Witness } | { readonly kind: 'unknown'; readonly reason: string };

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
  const { before, after } = elementsOf(fact.pair);
  const direction = after.direction ?? 'input';
  const [oldSender, newSender] = direction === 'input' ? (['base', 'head'] as const) : (['head', 'base'] as const);
  const backward = prove(fact, change, bench, oldSender, direction);
  const forward = prove(fact, change, bench, newSender, direction);
  if (backward.kind === 'contained' && forward.kind === 'contained' && !change.always) return { impact: impactOf('widened', 'input'), silent: true };
  const table = lowered(impactOf(change.move(fact.data), direction));
  const logical: Impact = { backward: verdictOf(backward, table.backward), forward: verdictOf(forward, table.forward) };
  const impact = change.policy?.(logical, fact.data, direction) ?? logical;
  const undecided = [backward, forward].find((proof) => proof.kind === 'unknown');
  const unproved = undecided?.kind === 'unknown' && backward.kind === 'unknown' && table.backward !== 'compatible' ? undecided.reason : undefined;
  void before;
  return { impact, witness: witnessOf(backward) ?? witnessOf(forward), unproved };
}

function verdictOf({ kind }: Proof, byTable: Verdict): Verdict {
  const verdicts: Readonly<Record<ProofKind, Verdict>> = { contained: 'compatible', witness: 'breaking', unknown: byTable };
  return verdicts[kind];
}

function witnessOf(proof: Proof): Witness | undefined {
  return proof.kind === 'witness' ? proof.witness : undefined;
}

function elementsOf({ before, after }: Pair): { before: SchemaElement; after: SchemaElement } {
  // A schema change is only ever asked about elements of kind `schema`, and those are made by `schemaElement`.
  return { before: before as SchemaElement, after: after as SchemaElement };
}

function elementOf(pair: Pair, version: Version): SchemaElement {
  return elementsOf(pair)[version === 'base' ? 'before' : 'after'];
}

/** `sender` is the version whose values are sent; the other one receives them. */
function prove(fact: Fact, change: SchemaChange, bench: Bench, sender: Version, direction: Direction): Proof {
  const receiver: Version = sender === 'base' ? 'head' : 'base';
  const local = bench.sides(sender, receiver, direction, elementOf(fact.pair, sender).textual);
  const sending = local.schemaOf(sender, elementOf(fact.pair, sender));
  const demand = change.demand(fact.data, elementOf(fact.pair, receiver), local.pick);
  const answer = local.containment.contains(sending, demand);
  if (answer.kind !== 'witness') return answer;
  return lift(fact.pair, answer.value, local, sender, receiver);
}

/** Up to this many ways from the fact to a boundary are tried. */
const MAX_WAYS = 4;

function lift(pair: Pair, value: unknown, sides: Sides, sender: Version, receiver: Version): Proof {
  let reason = 'a value separates the two places, but none was found that separates the whole messages';
  for (const way of waysUp(pair)) {
    const whole = embedAlong(way, value, sides, sender);
    const root = way.at(-1);
    if (whole === undefined || !root) continue;
    const sending: Side = { schema: sides.schemaOf(sender, elementOf(root, sender)), set: sides.setOf(sender) };
    const receiving: Side = { schema: sides.schemaOf(receiver, elementOf(root, receiver)), set: sides.setOf(receiver) };
    const separates = (candidate: unknown) => confirmedByAjv(sending, candidate) === true && confirmedByAjv(receiving, candidate) === false;
    if (!separates(whole.value)) {
      reason = 'the value that separates the two places does not separate the whole messages';
      continue;
    }
    const boundary = root.parents.map(scopeAbove).find((scope) => scope !== undefined) ?? 'the schema';
    return { kind: 'witness', witness: { value: shrink(whole.value, separates), boundary, acceptedBy: sender, rejectedBy: receiver } };
  }
  return { kind: 'unknown', reason };
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
  sides(sender: Version, receiver: Version, direction: Direction, textual: boolean): Sides;
}

function createBench(input: JudgeInput): Bench {
  const known = new Map<string, Sides>();
  return {
    sides(sender, receiver, direction, textual) {
      const key = `${sender} ${direction} ${textual}`;
      let sides = known.get(key);
      if (!sides) {
        const sending = createTranslator({ ...input[sender], direction });
        // What is text on the wire may look like a number: only the receiver's side is opened for that.
        const receiving = createTranslator({ ...input[receiver], direction, textual });
        known.set(key, (sides = createSides(sender, sending, receiving)));
      }
      return sides;
    },
  };
}

function createSides(sender: Version, sending: Translator, receiving: Translator): Sides {
  const composed = new Map<string, JsonSchema>();
  const of = (version: Version) => (version === sender ? sending : receiving);
  return {
    containment: createContainment(sending.set, receiving.set),
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
  const demand: JsonSchema = { allOf: parts };
  return orNull ? { anyOf: [demand, { type: 'null' }] } : demand;
}
