import { isRecord, keyOf } from './json-value.ts';
import { isAsserting, ONE_SCHEMA, SCHEMA_LIST, SCHEMA_MAP } from './keywords.ts';
import type { JsonSchema, SchemaSet, Side } from './side.ts';

/** References that only lead on to the next one. */
const MAX_HOPS = 50;

type Pair = readonly [JsonSchema, JsonSchema];

/**
 * Whether two schemas are written the same way, references followed and annotations left out. Keywords that nothing here
 * understands are no obstacle: what is equal means the same. False means nothing. `allowance` is how many pairs may be looked at.
 */
export function isSameMeaning(one: Side, other: Side, allowance: { left: number }): boolean {
  const seen = new Map<JsonSchema, Set<JsonSchema>>();
  const open: Pair[] = [[one.schema, other.schema]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const a = followed(pair[0], one.set);
    const b = followed(pair[1], other.set);
    if (a === b && (typeof a === 'boolean' || one.set === other.set)) continue;
    if (typeof a === 'boolean' || typeof b === 'boolean') return false;
    const partners = seen.get(a) ?? new Set();
    if (partners.has(b)) continue;
    seen.set(a, partners.add(b));
    if (--allowance.left < 0) return false;
    const inner = innerPairs(a, b, one.set, other.set);
    if (!inner) return false;
    open.push(...inner);
  }
  return true;
}

/** What a schema that is only a reference refers to. */
function followed(schema: JsonSchema, set: SchemaSet): JsonSchema {
  let at = schema;
  for (let i = 0; i < MAX_HOPS; i++) {
    if (typeof at === 'boolean' || typeof at.$ref !== 'string' || assertingKeywords(at).length > 1) return at;
    const target = set.resolve(at.$ref);
    if (target === undefined) return at;
    at = target;
  }
  return at;
}

function assertingKeywords(schema: Exclude<JsonSchema, boolean>): string[] {
  return Object.keys(schema).filter(isAsserting).sort();
}

/** The pairs of parts that must be the same for the wholes to be; undefined when the wholes differ by themselves. */
function innerPairs(a: Exclude<JsonSchema, boolean>, b: Exclude<JsonSchema, boolean>, setA: SchemaSet, setB: SchemaSet): Pair[] | undefined {
  const keywords = assertingKeywords(a);
  if (keywords.join() !== assertingKeywords(b).join()) return undefined;
  const pairs: Pair[] = [];
  for (const keyword of keywords) {
    const parts = partsOf(keyword, a[keyword], b[keyword], setA, setB);
    if (!parts) return undefined;
    pairs.push(...parts);
  }
  return pairs;
}

function partsOf(keyword: string, a: unknown, b: unknown, setA: SchemaSet, setB: SchemaSet): Pair[] | undefined {
  if (ONE_SCHEMA.has(keyword)) return pairsOf([a], [b]);
  if (SCHEMA_LIST.has(keyword) && Array.isArray(a) && Array.isArray(b)) return pairsOf(a, b);
  if (SCHEMA_MAP.has(keyword) && isRecord(a) && isRecord(b)) {
    const names = Object.keys(a).sort();
    if (keyOf(names) !== keyOf(Object.keys(b).sort())) return undefined;
    return pairsOf(
      names.map((name) => a[name]),
      names.map((name) => b[name]),
    );
  }
  if (keyword === '$ref') return typeof a === 'string' && typeof b === 'string' ? pairsOf([setA.resolve(a)], [setB.resolve(b)]) : undefined;
  const key = keyOf(a);
  // Whatever the way taken decides, such as the target of a dynamic reference, may differ although the text is equal.
  return key !== undefined && key === keyOf(b) && keyword !== '$dynamicRef' && keyword !== '$recursiveRef' ? [] : undefined;
}

function pairsOf(a: readonly unknown[], b: readonly unknown[]): Pair[] | undefined {
  if (a.length !== b.length) return undefined;
  const pairs: Pair[] = [];
  for (const [i, one] of a.entries()) {
    const other = b[i];
    if (!(typeof one === 'boolean' || isRecord(one)) || !(typeof other === 'boolean' || isRecord(other))) return undefined;
    pairs.push([one, other]);
  }
  return pairs;
}
