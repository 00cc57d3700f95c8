import type { Truth } from './interpreter.ts';
import type { Literal } from './literal.ts';
import type { Outcome } from './outcome.ts';
import type { SchemaSet } from './side.ts';

/** What the solvers of arrays and objects need of the search, for the places inside a value. */
export interface Inside {
  /** A value for a place inside, at which all literals hold. */
  solve(literals: readonly Literal[]): Outcome;
  literal(schema: unknown, sign: boolean): Literal;
  opposite(literal: Literal): Literal;
  /** Whether the literal holds for a value. */
  holds(literal: Literal, value: unknown): Truth;
}

/** For schemas that are made up during the search. */
export const NO_REFERENCES: SchemaSet = { resolve: () => undefined };
