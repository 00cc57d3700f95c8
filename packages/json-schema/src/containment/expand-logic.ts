import { type Expansion, isSchema, type Meaning, notUnderstood } from './expand.ts';
import { type Alternative, facts, HOLDS, literals } from './fact.ts';
import { type JsonType, jsonTypeOf } from './json-value.ts';

/** Branches of a `oneOf` up to which every pair is written out. */
const MAX_PAIRED = 64;

/** The keywords that speak about values of every type. Undefined for all others. */
export function expandLogic(keyword: string, given: unknown, expansion: Expansion): Meaning | undefined {
  switch (keyword) {
    case 'type':
      return expandType(given, expansion.type);
    case 'const':
      return expandValues(keyword, [given], expansion.type);
    case 'enum':
      return Array.isArray(given) ? expandValues(keyword, given, expansion.type) : notUnderstood(keyword);
    case '$ref':
      return expandReference(given, expansion);
    case 'not':
      if (!isSchema(given)) return notUnderstood(keyword);
      return { holds: [[literals(expansion.test(given, false))]], fails: [literals(expansion.test(given, true))] };
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      return Array.isArray(given) && given.length > 0 && given.every(isSchema) ? expandList(keyword, given, expansion) : notUnderstood(keyword);
    case 'if':
      return expandConditional(given, expansion);
    default:
      return undefined;
  }
}

const TYPE_NAMES: readonly unknown[] = ['null', 'boolean', 'number', 'integer', 'string', 'array', 'object'];

function expandType(given: unknown, type: JsonType): Meaning {
  const names: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (!names.every((name) => TYPE_NAMES.includes(name))) return notUnderstood('type');
  if (names.includes(type)) return { holds: [], fails: [] };
  if (type !== 'number' || !names.includes('integer')) return { holds: [[]], fails: [HOLDS] };
  const whole = (sign: boolean) => facts({ kind: 'multiple', of: { digits: 1n, scale: 0 }, sign });
  return { holds: [[whole(true)]], fails: [whole(false)] };
}

function expandValues(keyword: string, values: readonly unknown[], type: JsonType): Meaning {
  if (values.some((value) => jsonTypeOf(value) === undefined)) return notUnderstood(keyword);
  const possible = values.filter((value) => jsonTypeOf(value) === type);
  const other: Alternative = facts(...possible.map((value) => ({ kind: 'except', value }) as const));
  return { holds: [possible.length === 0 ? [] : [facts({ kind: 'among', values: possible })]], fails: [other] };
}

function expandReference(given: unknown, { literal, part }: Expansion): Meaning {
  const target = typeof given === 'string' ? literal.set.resolve(given) : undefined;
  if (target === undefined) return notUnderstood('$ref', `to \`${String(given)}\` leads nowhere`);
  return { holds: [[literals(part(target, true))]], fails: [literals(part(target, false))] };
}

function expandList(keyword: 'allOf' | 'anyOf' | 'oneOf', given: readonly unknown[], expansion: Expansion): Meaning {
  const { part, test } = expansion;
  const eachHolds = given.map((schema) => literals(part(schema, true)));
  const eachFails = given.map((schema) => literals(test(schema, false)));
  const allFail = literals(...given.map((schema) => test(schema, false)));
  if (keyword === 'allOf') return { holds: eachHolds.map((alternative) => [alternative]), fails: eachFails };
  if (keyword === 'anyOf') return { holds: [eachHolds], fails: [allFail] };
  const one = given.map((schema, i) => literals(part(schema, true), ...given.filter((_, j) => j !== i).map((other) => test(other, false))));
  if (given.length > MAX_PAIRED) return { holds: [one], fails: notUnderstood('oneOf', 'has too many branches').fails };
  const two = given.flatMap((schema, i) => given.slice(i + 1).map((other) => literals(test(schema, true), test(other, true))));
  return { holds: [one], fails: [allFail, ...two] };
}

function expandConditional(condition: unknown, { schema, part, test }: Expansion): Meaning {
  const then = Object.hasOwn(schema, 'then') ? schema.then : true;
  const otherwise = Object.hasOwn(schema, 'else') ? schema.else : true;
  if (![condition, then, otherwise].every(isSchema)) return notUnderstood('if');
  return {
    holds: [[literals(part(condition, true), part(then, true)), literals(test(condition, false), part(otherwise, true))]],
    fails: [literals(test(condition, true), test(then, false)), literals(test(condition, false), test(otherwise, false))],
  };
}
