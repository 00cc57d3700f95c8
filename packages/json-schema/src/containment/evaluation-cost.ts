import { isRecord, MAX_DEPTH } from './json-value.ts';
import { IN_PLACE, SCHEMA_LIST, SCHEMA_MAP } from './keywords.ts';
import type { SchemaSet } from './side.ts';

/** Those of the others that ask about parts of the value. */
const ABOUT_PARTS: ReadonlySet<string> = new Set([
  'items',
  'contains',
  'unevaluatedItems',
  'prefixItems',
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
]);

/**
 * How many schema evaluations a validator without memory needs for a value, at most: it visits what two branches share twice,
 * which may go on to any power of two. `Infinity` when the nesting is beyond measure.
 */
export function evaluationCost(set: SchemaSet, schema: unknown, value: unknown): number {
  const known = new Map<unknown, Map<unknown, number>>();
  const costOf = (part: unknown, at: unknown, depth: number): number => {
    if (!isRecord(part)) return 1;
    if (depth > MAX_DEPTH) return Infinity;
    let costs = known.get(part);
    if (!costs) known.set(part, (costs = new Map()));
    const done = costs.get(at);
    if (done !== undefined) return done;
    costs.set(at, Infinity); // For a schema that refers to itself at the same place.
    let cost = 1;
    for (const keyword of Object.keys(part)) for (const [inner, item] of asked(keyword, part[keyword], at, set)) cost += costOf(inner, item, depth + 1);
    costs.set(at, cost);
    return cost;
  };
  return costOf(schema, value, 0);
}

/** Which schemas of a keyword are asked about which values. */
function asked(keyword: string, given: unknown, value: unknown, set: SchemaSet): readonly (readonly [unknown, unknown])[] {
  const schemas = schemasOf(keyword, given, set);
  if (IN_PLACE.has(keyword) || keyword === '$ref') return schemas.map((schema) => [schema, value]);
  if (typeof value !== 'object' || value === null) return [];
  if (keyword === 'properties' || keyword === 'prefixItems') return Object.entries(value).map(([key, item]) => [own(given, key), item]);
  const parts = keyword === 'propertyNames' ? Object.keys(value) : ABOUT_PARTS.has(keyword) ? Object.values(value) : [];
  return schemas.flatMap((schema) => parts.map((item) => [schema, item] as const));
}

function schemasOf(keyword: string, given: unknown, set: SchemaSet): readonly unknown[] {
  if (keyword === '$ref') return typeof given === 'string' ? [set.resolve(given)] : [];
  if (SCHEMA_LIST.has(keyword)) return Array.isArray(given) ? given : [];
  return SCHEMA_MAP.has(keyword) ? (isRecord(given) ? Object.values(given) : []) : [given];
}

function own(given: unknown, key: string): unknown {
  if (Array.isArray(given)) return given[Number(key)];
  return isRecord(given) && Object.hasOwn(given, key) ? given[key] : undefined;
}
