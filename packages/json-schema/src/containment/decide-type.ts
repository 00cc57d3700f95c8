import { namesDemanded } from './evaluated.ts';
import { expand } from './expand.ts';
import type { Alternative, Clause, Fact } from './fact.ts';
import { isRecord, type JsonType } from './json-value.ts';
import { isAsserting } from './keywords.ts';
import type { Literal } from './literal.ts';
import { found, NONE, type Outcome, unknown } from './outcome.ts';
import { isEntailed, isRefuted } from './probe.ts';
import { automatonOf } from './regex/automaton.ts';
import type { Search } from './search.ts';
import { solveArray } from './solve-array.ts';
import { solveNumber } from './solve-number.ts';
import { solveObject } from './solve-object.ts';
import { solveString } from './solve-string.ts';

/** Literals and facts whose copying costs as much as a step. */
const COPIED_PER_STEP = 100;

/** What is known about the value at one place: what was taken apart, the facts that came of it, and what is still to choose. */
export interface Situation {
  readonly type: JsonType;
  readonly seen: Map<number, Literal>;
  readonly facts: Fact[];
  clauses: Clause[];
}

/** A value of one type at which all literals hold. */
export function decideType(type: JsonType, literals: readonly Literal[], search: Search): Outcome {
  if (type === 'null') return decideListed([null], literals, search);
  if (type === 'boolean') return decideListed([false, true], literals, search);
  const situation: Situation = { type, seen: new Map(), facts: [], clauses: [] };
  if (!absorb(situation, { literals, facts: [] }, search)) return NONE;
  return decide(situation, literals, search);
}

/** Adds an alternative and everything that follows from it without a choice. False when that is a contradiction. */
function absorb(situation: Situation, alternative: Alternative, search: Search): boolean {
  const open: Alternative[] = [alternative];
  for (let next = open.pop(); next; next = open.pop()) {
    situation.facts.push(...next.facts);
    for (const literal of next.literals) {
      if (situation.seen.has(literal.id)) continue;
      if (contradicts(situation, literal)) return false;
      situation.seen.set(literal.id, literal);
      for (const clause of expand(literal, situation.type, search.literals)) {
        if (clause.length === 0) return false;
        const [only] = clause;
        if (clause.length === 1 && only) open.push(only);
        else situation.clauses.push(clause);
      }
    }
  }
  return true;
}

/** The last bits of the number of a literal are its sign and whether it is sent. */
function contradicts({ seen }: Situation, { id, sign }: Literal): boolean {
  const shape = id >> 2;
  return sign ? seen.has(shape * 4) : seen.has(shape * 4 + 2) || seen.has(shape * 4 + 3);
}

function decide(situation: Situation, goal: readonly Literal[], search: Search): Outcome {
  if (!search.step()) return unknown('the search took too many steps');
  if (!simplify(situation, search)) return NONE;
  const listed = situation.facts.find((fact) => fact.kind === 'among');
  if (listed) return decideListed(listed.values, goal, search);
  const relaxed = solveFacts(situation, search);
  if (relaxed.kind === 'none') return NONE;
  const checked = relaxed.kind === 'found' ? search.check(goal, relaxed.value) : 'unknown';
  if (checked === true) return relaxed;
  if (situation.clauses.length === 0) return unknown(reasonOf(situation, relaxed, goal, search));
  if (!prune(situation, search)) return NONE;
  return branch(situation, goal, search);
}

function decideListed(values: readonly unknown[], goal: readonly Literal[], search: Search): Outcome {
  let open = false;
  for (const value of values) {
    const truth = search.check(goal, value);
    if (truth === true && search.isSendable(goal, value)) return found(value);
    if (truth === 'unknown') open = true;
  }
  return open ? unknown('a listed value cannot be evaluated') : NONE;
}

function reasonOf({ facts }: Situation, relaxed: Outcome, goal: readonly Literal[], search: Search): string {
  for (const fact of facts) if (fact.kind === 'opaque') return fact.reason;
  if (relaxed.kind === 'unknown') return relaxed.reason;
  const value = relaxed.kind === 'found' ? relaxed.value : undefined;
  for (const fact of facts) if (fact.kind === 'pattern' && !automatonOf(fact.source)) return `\`pattern\` \`${fact.source}\` is not regular, or too large`;
  const missed = goal.find((literal) => search.holds(literal, value) !== true);
  const keywords = isRecord(missed?.schema) ? Object.keys(missed.schema).filter(isAsserting) : [];
  return `${keywords.map((keyword) => `\`${keyword}\``).join(', ')}: no value was found that meets all demands together, and no proof that there is none`;
}

/** Settles what has only one way left, until nothing changes. False when something has none. */
function simplify(situation: Situation, search: Search): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    const clauses = situation.clauses;
    situation.clauses = [];
    for (const clause of clauses) {
      const left = remaining(situation, clause);
      if (left === 'met') continue;
      const [only] = left;
      if (!only) return false;
      if (left.length > 1) situation.clauses.push(left);
      else if (absorb(situation, only, search)) changed = true;
      else return false;
    }
  }
  return true;
}

function remaining(situation: Situation, clause: Clause): Clause | 'met' {
  const left: Alternative[] = [];
  const keys = new Set<string>();
  for (const alternative of clause) {
    const literals = alternative.literals.filter(({ id }) => !situation.seen.has(id));
    if (literals.some((literal) => contradicts(situation, literal))) continue;
    if (literals.length === 0 && alternative.facts.length === 0) return 'met';
    const key = alternative.facts.length === 0 ? literals.map(({ id }) => id).join(' ') : undefined;
    if (key !== undefined && keys.has(key)) continue;
    if (key !== undefined) keys.add(key);
    left.push({ literals, facts: alternative.facts });
  }
  return left;
}

/** Drops alternatives that cannot hold, and clauses that hold anyway. False when a clause has nothing left. */
function prune(situation: Situation, search: Search): boolean {
  if (situation.clauses.some(isUnion)) return true; // First the choices of the sender: they make the others small.
  for (const clause of [...situation.clauses]) {
    const entailed = clause.some((alternative) => isEntailed(situation, alternative, search));
    const left = entailed ? [] : clause.filter((alternative) => !isRefuted(situation, alternative, search));
    const [only] = left;
    if (!entailed && !only) return false;
    situation.clauses = situation.clauses.filter((other) => other !== clause);
    if (left.length > 1) situation.clauses.push(left);
    else if (only && !absorb(situation, only, search)) return false;
  }
  return simplify(situation, search);
}

/** A choice between whole schemas that the value satisfies, such as the branches of an `anyOf`. */
function isUnion(clause: Clause): boolean {
  return clause.every(({ literals: [first] }) => first?.sign === true);
}

function branch(situation: Situation, goal: readonly Literal[], search: Search): Outcome {
  const unions = situation.clauses.filter(isUnion);
  const [clause] = (unions.length > 0 ? unions : situation.clauses).toSorted((a, b) => a.length - b.length);
  if (!clause) return decide(situation, goal, search);
  let open: string | undefined;
  if (!search.enter()) return unknown('the schemas are nested too deeply');
  for (const alternative of clause) {
    search.step((situation.seen.size + situation.facts.length) / COPIED_PER_STEP);
    const chosen: Situation = {
      type: situation.type,
      seen: new Map(situation.seen),
      facts: [...situation.facts],
      clauses: situation.clauses.filter((other) => other !== clause),
    };
    if (!absorb(chosen, alternative, search)) continue;
    const outcome = decide(chosen, goal, search);
    if (outcome.kind === 'unknown') open ??= outcome.reason;
    if (outcome.kind !== 'found') continue;
    search.leave();
    return outcome;
  }
  search.leave();
  return open === undefined ? NONE : unknown(open);
}

/** A value that meets the facts; the clauses are left out of account. */
export function solveFacts(situation: Situation, search: Search): Outcome {
  const { type } = situation;
  const facts = [...situation.facts, ...closingFacts(situation, search)];
  switch (type) {
    case 'number':
      return solveNumber(facts);
    case 'string':
      return solveString(facts);
    case 'array':
      return solveArray(facts, search);
    case 'object':
      return solveObject(facts, search);
    default:
      return unknown('null and booleans are tried one by one'); // They never come here.
  }
}

/**
 * In the `declared` model, the sender leaves out every property that none of its schemas at this place declares. Which those
 * are is known once no schema of the sender is left to choose.
 */
export function closingFacts({ type, seen, clauses }: Situation, search: Search): readonly Fact[] {
  if (!search.declared || type !== 'object') return [];
  if (clauses.some((clause) => clause.some(({ literals }) => literals.some(({ sent }) => sent)))) return [];
  const names = new Set<string>();
  const patterns = new Set<string>();
  const demanded: string[] = [];
  for (const { sent, schema } of seen.values()) {
    if (!sent || !isRecord(schema)) continue;
    if (['additionalProperties', 'unevaluatedProperties', 'const', 'enum'].some((keyword) => Object.hasOwn(schema, keyword))) return [];
    if (isRecord(schema.properties)) for (const name of Object.keys(schema.properties)) names.add(name);
    if (isRecord(schema.patternProperties)) for (const pattern of Object.keys(schema.patternProperties)) patterns.add(pattern);
    demanded.push(...namesDemanded(schema));
  }
  // An object that names no property at all is a map of anything.
  if (names.size + patterns.size === 0) return [];
  for (const name of demanded) names.add(name);
  return [{ kind: 'each', keys: { names, patterns: [...patterns] }, literal: search.literal(false, true) }];
}
