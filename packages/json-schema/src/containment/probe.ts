import { closingFacts, type Situation, solveFacts } from './decide-type.ts';
import { expand } from './expand.ts';
import type { Alternative, Fact } from './fact.ts';
import type { Literal } from './literal.ts';
import { type ObjectStore, storeOf } from './object-store.ts';
import type { Search } from './search.ts';
import { addSomeKey, solveKey } from './solve-object.ts';

/** Schemas inside schemas, at the same place, that a quick look follows. */
const MAX_LOOK = 4;

/** Whether the alternative provably cannot hold together with the facts. A quick look: false means nothing. */
export function isRefuted(situation: Situation, alternative: Alternative, search: Search, depth = 0): boolean {
  // Two branches of a `oneOf` at once: mostly no value at all satisfies both.
  if (alternative.literals.length > 1 && alternative.literals.every(({ sign }) => sign) && search.solveHere(alternative.literals).kind === 'none') return true;
  if (situation.type === 'object') {
    const store = objectStoreOf(situation, search);
    if (isRefutedObject(store, alternative.facts, search)) return true;
  } else if (alternative.facts.length > 0 && search.step()) {
    const together: Situation = { ...situation, facts: [...situation.facts, ...alternative.facts] };
    if (solveFacts(together, search).kind === 'none') return true;
  }
  return depth < MAX_LOOK && alternative.literals.some((literal) => isLiteralRefuted(situation, literal, search, depth));
}

function isLiteralRefuted(situation: Situation, literal: Literal, search: Search, depth: number): boolean {
  if (situation.seen.has(literal.id)) return false;
  if (!search.step()) return false;
  return expand(literal, situation.type, search.literals).some((clause) => clause.every((alternative) => isRefuted(situation, alternative, search, depth + 1)));
}

const stores = new WeakMap<readonly Fact[], { readonly length: number; readonly store: ObjectStore }>();

function objectStoreOf(situation: Situation, search: Search): ObjectStore {
  const known = stores.get(situation.facts);
  if (known?.length === situation.facts.length) return known.store;
  const store = storeOf([...situation.facts, ...closingFacts(situation, search)]);
  stores.set(situation.facts, { length: situation.facts.length, store });
  return store;
}

function isRefutedObject(store: ObjectStore, facts: readonly Fact[], search: Search): boolean {
  const more = new Map<string, Literal[]>();
  for (const fact of facts) if (fact.kind === 'property') more.set(fact.name, [...(more.get(fact.name) ?? []), fact.literal]);
  return facts.some((fact) => {
    switch (fact.kind) {
      case 'absent':
        return store.present.has(fact.name);
      case 'present':
        if (!store.present.has(fact.name) && store.present.size >= store.most) return true;
        return solveKey(store, fact.name, more.get(fact.name) ?? [], search).kind === 'none';
      case 'some-key':
        return addSomeKey(withMentioned(store, fact), fact, new Map(), search).kind === 'none';
      case 'most':
        return store.present.size > fact.count || store.least > fact.count;
      case 'least':
        return store.most < fact.count;
      default:
        return false;
    }
  });
}

/** The store as it is with the names and patterns of one more fact. */
function withMentioned(store: ObjectStore, { keys }: Extract<Fact, { kind: 'some-key' }>): ObjectStore {
  const { pattern, names = [], patterns = [] } = keys;
  return {
    ...store,
    mentioned: new Set([...store.mentioned, ...names]),
    patterns: new Set([...store.patterns, ...patterns, ...(pattern === undefined ? [] : [pattern])]),
  };
}

/** Whether the alternative holds for every object that meets the facts. A quick look: false means nothing. */
export function isEntailed(situation: Situation, alternative: Alternative, search: Search): boolean {
  if (situation.type !== 'object' || alternative.literals.length > 0) return false;
  const store = objectStoreOf(situation, search);
  return alternative.facts.every((fact) => {
    switch (fact.kind) {
      case 'present':
        return store.present.has(fact.name);
      case 'absent':
        return store.absent.has(fact.name);
      case 'property':
        return solveKey(store, fact.name, [search.opposite(fact.literal)], search).kind === 'none';
      default:
        return false;
    }
  });
}
