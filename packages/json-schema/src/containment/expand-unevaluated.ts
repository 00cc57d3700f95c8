import { type Expansion, isSchema, type Meaning, notUnderstood } from './expand.ts';
import { type Alternative, type Fact, facts, type Keys } from './fact.ts';
import { isRecord } from './json-value.ts';
import type { SchemaSet } from './side.ts';

type Schema = { readonly [keyword: string]: unknown };

/** Schemas at one place that are looked through. */
const MAX_PARTS = 500;

/**
 * `unevaluatedProperties` and `unevaluatedItems` look at what the other schemas at the same place evaluated, and which of
 * them do depends on the value. Two bounds are simple: what certainly is evaluated, and what possibly is. When they are the
 * same, the meaning is exact; else the search sees too many values, and never too few.
 */
export function expandUnevaluated(keyword: string, given: unknown, expansion: Expansion): Meaning {
  const { schema, literal } = expansion;
  if (!isSchema(given)) return notUnderstood(keyword);
  const own = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
  const certain = partsOf(own, literal.set, CERTAIN);
  const possible = partsOf(own, literal.set, POSSIBLE);
  if (!certain || !possible) return notUnderstood(keyword);
  const exact = possible.length === certain.length;
  const vague: Fact[] = exact ? [] : [{ kind: 'opaque', reason: `\`${keyword}\` depends on which branches a value satisfies` }];
  const { holds, fails } =
    keyword === 'unevaluatedProperties' ? ofProperties(given, { certain, possible, expansion }) : ofItems(given, { certain, possible, expansion });
  return {
    holds: [[{ literals: [], facts: [...holds.facts, ...vague] }]],
    fails: fails.map((alternative) => ({ ...alternative, facts: [...alternative.facts, ...vague] })),
  };
}

interface Bounds {
  readonly certain: readonly Schema[];
  readonly possible: readonly Schema[];
  readonly expansion: Expansion;
}

interface Said {
  readonly holds: Alternative;
  readonly fails: readonly Alternative[];
}

function ofProperties(given: unknown, { certain, possible, expansion: { part, test } }: Bounds): Said {
  const all = ['additionalProperties', 'unevaluatedProperties'];
  return {
    holds: has(possible, all) ? facts() : facts({ kind: 'each', keys: keysOf(possible), literal: part(given, true) }),
    fails: has(certain, all) ? [] : [facts({ kind: 'some-key', keys: keysOf(certain), literal: test(given, false) })],
  };
}

function keysOf(parts: readonly Schema[]): Keys {
  const namesIn = (keyword: string) => parts.flatMap((part) => (isRecord(part[keyword]) ? Object.keys(part[keyword]) : []));
  return { names: new Set(namesIn('properties')), patterns: [...new Set(namesIn('patternProperties'))] };
}

function ofItems(given: unknown, { certain, possible, expansion: { part, test } }: Bounds): Said {
  const all = ['items', 'unevaluatedItems'];
  const from = prefixOf(certain);
  return {
    // An item that `contains` found counts as evaluated.
    holds: has(possible, [...all, 'contains']) ? facts() : facts({ kind: 'rest', from: prefixOf(possible), literal: part(given, true) }),
    fails: has(certain, all) ? [] : [facts({ kind: 'least', count: from + 1 }, { kind: 'some', from, count: 1, literal: test(given, false) })],
  };
}

function prefixOf(parts: readonly Schema[]): number {
  return Math.max(0, ...parts.map(({ prefixItems }) => (Array.isArray(prefixItems) ? prefixItems.length : 0)));
}

function has(parts: readonly Schema[], keywords: readonly string[]): boolean {
  return parts.some((part) => keywords.some((keyword) => Object.hasOwn(part, keyword)));
}

/** Keywords whose schemas evaluate the same value: always, or depending on it. */
const CERTAIN = ['allOf'];
const POSSIBLE = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas'];

/** All schemas that look at the same value, the given one included. Undefined when they are too many or refer to nothing. */
function partsOf(schema: Schema, set: SchemaSet, keywords: readonly string[]): readonly Schema[] | undefined {
  const found = new Set<Schema>();
  const open: unknown[] = [schema];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (!isRecord(part) || found.has(part)) continue;
    found.add(part);
    if (found.size > MAX_PARTS) return undefined;
    if (typeof part.$ref === 'string') {
      const target = set.resolve(part.$ref);
      if (target === undefined) return undefined;
      open.push(target);
    }
    for (const keyword of keywords) if (Object.hasOwn(part, keyword)) open.push(...schemasIn(part[keyword], keyword));
  }
  return [...found];
}

function schemasIn(given: unknown, keyword: string): readonly unknown[] {
  if (Array.isArray(given)) return given;
  return keyword === 'dependentSchemas' && isRecord(given) ? Object.values(given) : [given];
}
