import { expandArray } from './expand-array.ts';
import { expandLogic } from './expand-logic.ts';
import { expandObject } from './expand-object.ts';
import { expandScalar } from './expand-scalar.ts';
import type { Alternative, Clause } from './fact.ts';
import { isRecord, type JsonType } from './json-value.ts';
import { isConstraining } from './keywords.ts';
import type { Literal, Literals } from './literal.ts';

/** What an expansion may look at. */
export interface Expansion {
  readonly schema: { readonly [keyword: string]: unknown };
  readonly type: JsonType;
  readonly literal: Literal;
  /** A literal about a part of the schema. `sent` parts speak for the sender when the whole does. */
  part(schema: unknown, sign: boolean): Literal;
  /** A literal about a part that only tests the value. */
  test(schema: unknown, sign: boolean): Literal;
}

/**
 * What one keyword says about values of one type. `holds` are clauses that must all be met when the keyword holds;
 * `fails` are the ways in which it can fail. Both are exact, or carry an `opaque` fact.
 */
export interface Meaning {
  readonly holds: readonly Clause[];
  readonly fails: readonly Alternative[];
}

export const SAYS_NOTHING: Meaning = { holds: [], fails: [] };

/** The clauses that say of a value of the given type what the literal says. */
export function expand(literal: Literal, type: JsonType, known: Literals): readonly Clause[] {
  const { schema, set, sign, sent } = literal;
  if (typeof schema === 'boolean') return schema === sign ? [] : [[]];
  const expansion: Expansion = {
    schema,
    type,
    literal,
    part: (given, asked) => known.literal(given, set, asked, sent),
    test: (given, asked) => known.literal(given, set, asked),
  };
  const meanings = Object.keys(schema).map((keyword) => meaningOf(keyword, schema[keyword], expansion));
  return sign ? meanings.flatMap(({ holds }) => holds) : [meanings.flatMap(({ fails }) => fails)];
}

function meaningOf(keyword: string, given: unknown, expansion: Expansion): Meaning {
  const { type } = expansion;
  const logic = expandLogic(keyword, given, expansion);
  if (logic) return logic;
  if (isConstraining(keyword)) return notUnderstood(keyword);
  if (type === 'number' || type === 'string') return expandScalar(keyword, given, type);
  if (type === 'array') return expandArray(keyword, given, expansion);
  if (type === 'object') return expandObject(keyword, given, expansion);
  return SAYS_NOTHING;
}

export function notUnderstood(keyword: string, why = 'is not supported here'): Meaning {
  const alternative: Alternative = { literals: [], facts: [{ kind: 'opaque', reason: `\`${keyword}\` ${why}` }] };
  return { holds: [[alternative]], fails: [alternative] };
}

export function isSchema(given: unknown): boolean {
  return typeof given === 'boolean' || isRecord(given);
}
