import { type Change, type Direction, type Impact, impactOf, lowered, type Move } from '@breakwater/core';
import type { JsonSchema } from './containment/index.ts';
import type { SchemaElement } from './schema-element.ts';

/** What the engine found out about one inclusion: is all that `sender` may send welcome to what `receiver` says about this fact? */
export type ProofKind = 'contained' | 'witness' | 'unknown';

export interface Proofs {
  readonly backward: ProofKind;
  readonly forward: ProofKind;
}

/** A change of what a schema admits. Containment rates it: the keyword only says where to look. */
export interface SchemaChange<Data extends object = object> extends Change<SchemaElement, Data> {
  /** What the receiving version demands that concerns this fact; no other demand can then be blamed on it. */
  demand(data: Data, receiver: SchemaElement, pick: Pick): JsonSchema;
  /** By the keyword alone, for when nothing can be proved. */
  move(data: Data): Move;
  /** Where the logic of values is not all (semantics.md, section 3). The comment of the change gives the reason. */
  policy?(impact: Impact, data: Data, direction: Direction): Impact;
  /** Whether it is about the alternatives of a union as a whole. */
  readonly ofUnion?: boolean;
  /** Told even if both versions admit the same values. */
  always?(data: Data, direction: Direction): boolean;
  /** Whether the fact is (also) about properties that nobody declares: closing an object is told even if no declared value is refused. */
  undeclared?(data: Data): boolean;
}

/** The named keywords of a schema, with everything else left out. */
export type Pick = (receiver: SchemaElement, keywords: readonly string[]) => JsonSchema;

type Spec<Data extends object> = Omit<SchemaChange<Data>, 'on' | 'impact' | 'demand'> & {
  /** The keywords that the fact is about, or a demand of its own. */
  readonly about: readonly string[] | SchemaChange<Data>['demand'];
};

export function defineSchemaChange<Data extends object>(spec: Spec<Data>): SchemaChange<Data> {
  const { about, ...rest } = spec;
  const demand: SchemaChange<Data>['demand'] = typeof about === 'function' ? about : (_data, receiver, pick) => pick(receiver, about);
  return {
    ...rest,
    on: 'schema',
    demand,
    impact: (data, direction = 'input') => lowered(impactOf(spec.move(data), direction)),
  };
}

export function isSchemaChange(change: Change): change is SchemaChange {
  return change.on === 'schema' && 'demand' in change;
}

/** A policy: what a consumer reads may be more than what it knows, and most consumers cope; it is dangerous and not breaking. */
export function tolerantReader(impact: Impact, _data: object, direction: Direction): Impact {
  return direction === 'output' ? lowered(impact) : impact;
}
