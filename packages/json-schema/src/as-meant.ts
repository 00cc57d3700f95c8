import type { Pair } from '@breakwater/core';
import type { Question } from './around.ts';
import { contains, type JsonSchema, type SchemaSet } from './containment/index.ts';
import type { Proof } from './lift.ts';
import { elementOf, stepsBetween } from './pair-element.ts';
import type { SchemaElement } from './schema-element.ts';
import type { Sides } from './sides.ts';

/**
 * An alternative of open objects lets through what it does not describe: `Pet` takes every `Dog`, whatever becomes of `Dog`, and
 * of two such alternatives `oneOf` takes next to nothing. Logic then finds nothing to tell, while everybody who reads a message
 * by its alternatives does. So the unions above a fact are asked again as they are mostly meant: does one of the receiver's
 * alternatives describe what is sent? If not, nothing is proved; nor is it where no message fits the sender's schema at all, and some fit the receiver's.
 */
export function proveAsMeant(pair: Pair, ofUnion: boolean, question: Question): Proof {
  const undescribed = (ofUnion ? [pair] : unionsAbove(pair, question)).some((union) => !isDescribed(union, question));
  if (undescribed) return { kind: 'unknown', settled: true, reason: 'every message is let through, but no alternative describes what is sent' };
  if (rootsAbove(pair).some((root) => isEmpty(root, question, question.sender) && !isEmpty(root, question, question.receiver)))
    return { kind: 'unknown', reason: 'no message fits the schema at all' };
  return { kind: 'contained' };
}

/** The nearest unions that a place is a branch of, or below a branch of, on each way up. */
function unionsAbove(start: Pair, { sender }: Question): readonly Pair[] {
  const found: Pair[] = [];
  const seen = new Set([start]);
  const open = [start];
  for (let at = open.pop(); at; at = open.pop()) {
    for (const holder of at.parents) {
      if (holder.after.kind !== 'schema' || seen.has(holder)) continue;
      seen.add(holder);
      const isBranch = stepsBetween(elementOf(holder, sender), elementOf(at, sender)).includes('same');
      (isBranch ? found : open).push(holder);
    }
  }
  return found;
}

/** Up to this many boundaries are looked at: what nothing fits at one of them mostly fits at none. */
const MAX_ROOTS = 4;

function rootsAbove(start: Pair): readonly Pair[] {
  const roots: Pair[] = [];
  const seen = new Set([start]);
  for (const at of seen) {
    if (at.parents.some(({ after }) => after.kind !== 'schema')) roots.push(at);
    if (roots.length === MAX_ROOTS) break;
    for (const parent of at.parents) if (parent.after.kind === 'schema') seen.add(parent);
  }
  return roots;
}

const NONE: SchemaSet = { resolve: () => undefined };
/** Steps for a question that is mostly answered in a few. */
const EMPTY_BUDGET = 2_000;

function isEmpty(root: Pair, { sides }: Question, version: Question['sender']): boolean {
  const side = { schema: sides.schemaOf(version, elementOf(root, version)), set: sides.setOf(version) };
  return contains(side, { schema: false, set: NONE }, { contentModel: 'open', budget: EMPTY_BUDGET }).kind === 'contained';
}

function isDescribed(union: Pair, { sides, sender, receiver }: Question): boolean {
  const demand = descriptionBy(elementOf(union, receiver), sides);
  return demand === undefined || sides.containment.contains(sides.schemaOf(sender, elementOf(union, sender)), demand).kind !== 'witness';
}

const TAKES_MORE = ['additionalProperties', 'patternProperties', 'unevaluatedProperties'];

/** Satisfied by what an alternative, or what stands beside the alternatives, describes; `undefined` where more is welcome by name. */
function descriptionBy(receiver: SchemaElement, sides: Sides): JsonSchema | undefined {
  const { all, properties } = receiver.effective();
  if (TAKES_MORE.some((keyword) => all(keyword).length > 0)) return undefined;
  const beside = Object.fromEntries([...properties.keys()].map((name) => [name, true]));
  return { allOf: [sides.pick(receiver, ['anyOf', 'additionalProperties'])], properties: beside, unevaluatedProperties: false };
}
