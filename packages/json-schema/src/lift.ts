import type { Pair, Version, Witness } from '@breakwater/core';
import { confirmedByAjv, embed, type Side } from './containment/index.ts';
import { elementOf, stepsBetween } from './pair-element.ts';
import type { SchemaElement } from './schema-element.ts';
import type { Sides } from './sides.ts';

/** What was found out about one inclusion. A witness is there when one was asked for. */
export type Proof =
  | { readonly kind: 'contained' }
  | { readonly kind: 'witness'; readonly witness?: Witness }
  /** `settled`: logic has decided that nothing breaks, and the reason says why it is told all the same. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly settled?: boolean };

/** Up to this many ways from the fact to a boundary are tried. */
const MAX_WAYS = 4;
/** Up to this many of them lead through one schema: one may be over a property that is not sent, the next over one that is. */
const MAX_PASSES = 3;

/**
 * The value at the place of the fact, with what has to stand around it, up to the boundary. It is made small before: what
 * surrounds it is no more than the sender must send, so the receiver's complaint is about this fact.
 */
export function lift(pair: Pair, value: unknown, sides: Sides, sender: Version, receiver: Version): Proof {
  let reason: string | undefined;
  for (const way of waysUp(pair)) {
    const whole = embedAlong(way, value, sides, sender);
    const root = way.at(-1);
    if (!root) continue;
    const sending: Side = { schema: sides.schemaOf(sender, elementOf(root, sender)), set: sides.setOf(sender) };
    if (whole === undefined) {
      // Where nobody knows what a message is, it is good to be told why.
      const any = sides.containment.contains(sending.schema, false);
      reason ??= any.kind === 'unknown' ? any.reason : undefined;
      continue;
    }
    const receiving: Side = { schema: sides.schemaOf(receiver, elementOf(root, receiver)), set: sides.setOf(receiver) };
    if (confirmedByAjv(sending, whole.value) === true && confirmedByAjv(receiving, whole.value) === false) {
      return { kind: 'witness', witness: { value: whole.value, boundary: boundaryOf(root), acceptedBy: sender, rejectedBy: receiver } };
    }
    reason ??= 'the value that separates the two places does not separate the whole messages';
  }
  return { kind: 'unknown', reason: reason ?? 'a value separates the two places, but no message around it was found' };
}

function boundaryOf(root: Pair): string {
  return root.parents.map(scopeAbove).find((scope) => scope !== undefined) ?? 'the schema';
}

function embedAlong(way: readonly Pair[], value: unknown, sides: Sides, sender: Version): { value: unknown } | undefined {
  let whole: { value: unknown } | undefined = { value };
  for (let i = 0; whole && i + 1 < way.length; i++) {
    const [inner, outer] = [way[i], way[i + 1]];
    if (inner && outer) whole = embedIn(elementOf(outer, sender), elementOf(inner, sender), whole.value, sides, sender);
  }
  return whole;
}

/** A property may be one that is not sent in this direction while another one of the same schema is. */
function embedIn(outer: SchemaElement, inner: SchemaElement, value: unknown, sides: Sides, sender: Version): { value: unknown } | undefined {
  const around: Side = { schema: sides.schemaOf(sender, outer), set: sides.setOf(sender) };
  for (const step of stepsBetween(outer, inner)) {
    // What a union asks beside its branches may be what the value lacks on purpose: nothing is added to it here.
    const embedded = step === 'same' ? { value } : embed(around, step, value);
    if (embedded) return embedded;
  }
  return undefined;
}

/** Shortest ways from a pair of schemas up to the ones at a boundary; each starts with the pair itself. */
function waysUp(start: Pair): readonly (readonly Pair[])[] {
  const ways: Pair[][] = [];
  const passed = new Map<Pair, number>();
  const queue: Pair[][] = [[start]];
  for (let i = 0; i < queue.length && ways.length < MAX_WAYS; i++) {
    const way = queue[i] ?? [];
    const top = way.at(-1);
    if (!top) continue;
    if (top.parents.some(({ after }) => after.kind !== 'schema')) ways.push(way);
    for (const parent of top.parents) {
      const times = passed.get(parent) ?? 0;
      if (parent.after.kind !== 'schema' || times >= MAX_PASSES || way.includes(parent)) continue;
      passed.set(parent, times + 1);
      queue.push([...way, parent]);
    }
  }
  return ways;
}

function scopeAbove(pair: Pair): string | undefined {
  for (let at: Pair | undefined = pair, steps = 0; at && steps < 10; at = at.parents[0], steps++) if (at.after.scope !== undefined) return at.after.scope;
  return undefined;
}
