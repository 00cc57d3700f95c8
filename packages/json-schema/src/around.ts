import type { Pair, Version } from '@breakwater/core';
import type { JsonSchema } from './containment/index.ts';
import { lift, type Proof } from './lift.ts';
import { elementOf, stepsBetween } from './pair-element.ts';
import type { SchemaElement } from './schema-element.ts';
import type { Sides } from './sides.ts';

/** What is asked of one inclusion: who sends, who receives, and as what both see the schemas. */
export interface Question {
  readonly sides: Sides;
  readonly sender: Version;
  readonly receiver: Version;
}

/**
 * A value that separates two branches of a union separates the unions only if no other branch welcomes it. First the unions are
 * asked as a whole; then only about the values that break the demand, which gives one that all other branches refuse as well.
 * At a boundary it is the question itself: is there a message that breaks the demand and that is not received?
 */
export function proveAround(pair: Pair, demand: JsonSchema, question: Question): Proof {
  return isMadeUpFor(pair, question) ? { kind: 'contained' } : new Climb(question).from(pair, { sent: undefined, demand });
}

/** Whether what differs in a branch of a union is made up for by the others, wherever the branch stands. */
function isMadeUpFor(pair: Pair, question: Question, seen = new Set<Pair>()): boolean {
  if (seen.has(pair)) return true;
  seen.add(pair);
  const holders = pair.parents.filter(({ after }) => after.kind === 'schema');
  if (holders.length < pair.parents.length) return false;
  const { sides, sender, receiver } = question;
  return holders.every((holder) => {
    const isBranch = stepsBetween(elementOf(holder, sender), elementOf(pair, sender)).every((step) => step === 'same');
    if (!isBranch) return isMadeUpFor(holder, question, seen);
    const { kind } = sides.containment.contains(sides.schemaOf(sender, elementOf(holder, sender)), sides.schemaOf(receiver, elementOf(holder, receiver)));
    return kind === 'contained' || isMadeUpFor(holder, question, seen);
  });
}

/** The place of a fact, seen from further up. */
interface View {
  /** Values of the sender that hold a value of the branch of the fact; `undefined` below any branch. */
  readonly sent: JsonSchema | undefined;
  /** Satisfied by a value whose place satisfies the demand, or that is welcome to another branch above it. */
  readonly demand: JsonSchema;
}

/** How many questions one fact is worth. */
const MAX_ASKED = 8;

class Climb {
  private readonly question: Question;
  private readonly path = new Set<Pair>();
  private asked = 0;

  constructor(question: Question) {
    this.question = question;
  }

  /** `contained` if every way up is; a witness if one is found on any. A schema that holds itself is not followed. */
  from(pair: Pair, view: View): Proof {
    if (this.path.has(pair)) return unknown('it holds itself');
    this.path.add(pair);
    let open: Proof | undefined;
    for (const holder of pair.parents) {
      const proof = this.into(holder, pair, view);
      if (proof.kind === 'witness') return proof;
      if (proof.kind === 'unknown') open ??= proof;
    }
    this.path.delete(pair);
    return open ?? { kind: 'contained' };
  }

  private into(holder: Pair, pair: Pair, view: View): Proof {
    const { sender } = this.question;
    if (holder.after.kind !== 'schema') return this.ask(pair, { ...view, sent: view.sent ?? true });
    let open: Proof | undefined;
    for (const step of stepsBetween(elementOf(holder, sender), elementOf(pair, sender))) {
      const proof = step === 'same' ? this.branch(holder, pair, view) : this.from(holder, this.through(step, elementOf(holder, sender), view));
      if (proof.kind === 'witness') return proof;
      if (proof.kind === 'unknown') open ??= proof;
    }
    return open ?? { kind: 'contained' };
  }

  private branch(holder: Pair, pair: Pair, { sent, demand }: View): Proof {
    const { sides, sender } = this.question;
    const view: View = { sent: sent ?? sides.schemaOf(sender, elementOf(pair, sender)), demand };
    const proof = this.ask(holder, view);
    return proof.kind === 'unknown' ? this.from(holder, this.withOthers(holder, view)) : proof;
  }

  /** Is there a value that does not satisfy the demand, and that the schema as a whole, with all its branches, does not receive either? */
  private ask(pair: Pair, view: View): Proof {
    const { sides, sender, receiver } = this.question;
    if (++this.asked > MAX_ASKED) return unknown('there are too many unions around it');
    const { sent, demand } = this.withOthers(pair, view);
    const answer = sides.containment.contains(sent ?? true, demand);
    return answer.kind === 'witness' ? lift(pair, answer.value, sides, sender, receiver) : answer;
  }

  private withOthers(pair: Pair, { sent, demand }: View): View {
    const { sides, sender, receiver } = this.question;
    const [sending, receiving] = [sides.schemaOf(sender, elementOf(pair, sender)), sides.schemaOf(receiver, elementOf(pair, receiver))];
    return { sent: sent === true ? sending : sent && { allOf: [sending, sent] }, demand: { anyOf: [demand, receiving] } };
  }

  private through(step: Exclude<NonNullable<SchemaElement['step']>, 'same'>, outer: SchemaElement, { sent, demand }: View): View {
    const around = this.question.sides.schemaOf(this.question.sender, outer);
    if ('property' in step) {
      const at = (schema: JsonSchema) => ({ properties: Object.fromEntries([[step.property, schema]]) });
      return { sent: sent && { allOf: [around, { required: [step.property], ...at(sent) }] }, demand: at(demand) };
    }
    const sending = sent && around;
    if ('additional' in step) return { sent: sending, demand: { ...namesIn(outer), additionalProperties: demand } };
    if ('prefixItem' in step) return { sent: sending, demand: { prefixItems: [...Array.from({ length: step.prefixItem }, () => true), demand] } };
    return { sent: sending, demand: { items: demand } };
  }
}

function namesIn(outer: SchemaElement): { readonly [keyword: string]: unknown } {
  const names = [...outer.effective().properties.keys()];
  return { properties: Object.fromEntries(names.map((name) => [name, true])) };
}

function unknown(reason: string): Proof {
  return { kind: 'unknown', reason };
}
