import {
  type Direction,
  type Fact,
  follow,
  type Impact,
  impactOf,
  type Judge,
  type Judgement,
  lowered,
  ofSnapshot,
  type Pair,
  type Rating,
  type Verdict,
  type Version,
} from '@breakwater/core';
import { proveAround, type Question } from './around.ts';
import { proveAsMeant } from './as-meant.ts';
import { Interpreter, type JsonSchema, shrink } from './containment/index.ts';
import { lift, type Proof } from './lift.ts';
import { elementOf, elementsOf } from './pair-element.ts';
import { isSchemaChange, type ProofKind, type SchemaChange } from './schema-change.ts';
import { type Bench, type ContentModel, createBench, type JudgeInput } from './sides.ts';
import { deadReferenceIn } from './translate.ts';

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
  if (backward.kind === 'contained' && forward.kind === 'contained' && change.always?.(fact.data, direction) !== true) {
    return change.undeclared?.(fact.data) ? ofUndeclared(fact, change, bench, direction) : SILENT;
  }
  if (waitsFor(backward, bench) || waitsFor(forward, bench)) return { ...SILENT, waits: true };
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

/** What a reference of the head that leads nowhere would say is not known, and that is told at the reference. */
function waitsFor(proof: Proof, { head }: Bench): boolean {
  const dead = proof.kind === 'unknown' ? deadReferenceIn(proof.reason) : undefined;
  return dead !== undefined && deadReferencesIn(head).has(dead);
}

const deadReferencesIn = ofSnapshot((snapshot): ReadonlySet<string> => {
  const all = [...snapshot.files.values()].flatMap(({ references }) => references);
  return new Set(all.filter((one) => !('node' in follow(snapshot, one))).map((one) => String(one.value)));
});

function verdictOf({ kind }: Proof, byTable: Verdict): Verdict {
  const verdicts: Readonly<Record<ProofKind, Verdict>> = { contained: 'compatible', witness: 'breaking', unknown: byTable };
  return verdicts[kind];
}

function ratingOf(proof: Proof, verdict: Verdict): Rating {
  // What a policy calls harmless needs no proof of the contrary.
  if (verdict === 'compatible' || proof.kind === 'contained') return { verdict };
  if (proof.kind === 'witness') return { verdict, witness: proof.witness };
  return proof.settled ? { verdict, caveat: proof.reason } : { verdict, unproved: proof.reason };
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

function prove(fact: Fact, change: SchemaChange, bench: Bench, { sender, direction, show, contentModel = 'declared' }: Asked): Proof {
  const receiver: Version = sender === 'base' ? 'head' : 'base';
  const sidesAs = (model: ContentModel) => bench.sides(sender, direction, elementOf(fact.pair, sender).textual, model);
  const sides = sidesAs(contentModel);
  const demand = change.demand(fact.data, elementOf(fact.pair, receiver), sides.pick);
  const answer = sides.containment.contains(sides.schemaOf(sender, elementOf(fact.pair, sender)), demand, !show);
  if (answer.kind === 'witness' && !show) return { kind: 'witness' };
  const proof = answer.kind === 'witness' ? proveForMessages(fact.pair, demand, answer.value, { sides, sender, receiver }) : answer;
  const letThrough = proof.kind === 'contained' && (answer.kind === 'witness' || change.ofUnion === true);
  return letThrough ? proveAsMeant(fact.pair, change.ofUnion === true, { sides: sidesAs('meant'), sender, receiver }) : proof;
}

/** From a value that breaks a demand at its place to a message that does, or to the proof that there is none. */
function proveForMessages(pair: Pair, demand: JsonSchema, value: unknown, question: Question): Proof {
  const { sides, sender, receiver } = question;
  const sent = sides.schemaOf(sender, elementOf(pair, sender));
  const [ours, theirs] = [new Interpreter(sides.setOf(sender)), new Interpreter(sides.setOf(receiver))];
  let tries = 0;
  // Our own interpreter is quick; ajv has the last word, on the whole message. A list of a thousand is not tried item by item.
  const offends = (candidate: unknown) => ++tries <= MAX_TRIES && theirs.validates(demand, candidate) === false && ours.validates(sent, candidate) === true;
  const lifted = lift(pair, shrink(value, offends), sides, sender, receiver);
  if (lifted.kind !== 'unknown') return lifted;
  const around = proveAround(pair, demand, question);
  return around.kind === 'unknown' ? lifted : around;
}

/** How many smaller values are tried for a witness. */
const MAX_TRIES = 200;
