import type { Finding } from '@breakwater/core';
import { changesBetween } from './chain.ts';
import { copy, copyOf, type Draft } from './draft.ts';
import { MUTATIONS } from './mutations.ts';
import { NARROWINGS } from './narrowings.ts';
import { type Oracle, oracleOf } from './oracle.ts';
import { type Boundary, boundariesOf, type Place, placesBelow, type Side } from './places.ts';
import { createRandom, type Random } from './random.ts';
import { valueAt } from './values.ts';

export interface Mutated {
  readonly name: string;
  /** The compositions that the place stands below, and the side: what makes it easy or hard. */
  readonly where: readonly string[];
  readonly base: Draft;
  readonly head: Draft;
  readonly findings: readonly Finding[];
  /** A message that was fine and is not any more, where the mutation is about messages. */
  readonly witness?: unknown;
  /** By the expected rule or by another one; `unproved` and `missed` are too little, and a `false witness` is wrong. */
  readonly told: 'breaking' | 'dangerous' | 'elsewhere' | 'unproved' | 'missed' | 'false witness';
}

const SIDES: readonly Side[] = ['request', 'response'];

/** Every kind of mutation by its name. */
export const KINDS: readonly string[] = [...Object.keys(MUTATIONS), ...Object.keys(NARROWINGS).flatMap((name) => SIDES.map((side) => `${side}: ${name}`))];

/** Breaks a contract in one way at a random place, and asks what is told of it; `undefined` when no place was found where it surely breaks. */
export async function mutate(base: Draft, kind: string, random: Random): Promise<Mutated | undefined> {
  const mutation = MUTATIONS[kind];
  if (!mutation) return narrowed(base, kind, random);
  const head = copyOf(base);
  if (mutation.edit(head, random) !== true) return undefined;
  const findings = await changesBetween(base, head, 'BACKWARD');
  return { name: kind, where: [], base, head, findings, told: toldBy(findings, mutation.rules) };
}

/** Places and values that are tried until a message shows that an edit breaks. */
const MAX_PLACES = 12;
const MAX_VALUES = 24;

async function narrowed(draft: Draft, kind: string, random: Random): Promise<Mutated | undefined> {
  const [side = '', name = ''] = kind.split(': ');
  const narrowing = NARROWINGS[name];
  const all = boundariesOf(draft);
  for (const at of random.shuffled([...all.keys()].filter((i) => all[i]?.side === side)).slice(0, 4)) {
    const boundary = all[at];
    const places = boundary ? placesBelow(draft, boundary) : [];
    const seed = random.int(2 ** 31);
    const fitting = [...places.entries()].filter(([, { schema }]) => narrowing?.narrow(copy(schema), draft, createRandom(seed)));
    for (const [i] of random.shuffled(fitting).slice(0, MAX_PLACES)) {
      const edited = copyOf(draft);
      const there = boundariesOf(edited)[at];
      const [place, twin] = [places[i], there && placesBelow(edited, there)[i]];
      if (!boundary || !there || !place || !twin || narrowing?.narrow(twin.schema, edited, createRandom(seed)) !== true) continue;
      const separating = separatingValue([draft, boundary, place], [edited, there], random);
      if (!separating) continue;
      const [base, head] = side === 'request' ? [draft, edited] : [edited, draft];
      const findings = await changesBetween(base, head, 'BACKWARD');
      const isWitness = (value: unknown) => separating.accepted(value) && !separating.refused(value);
      const isFalse = findings.some(({ witness }) => witness?.boundary === boundary.name && !isWitness(witness.value));
      const told = isFalse ? 'false witness' : toldBy(findings, narrowing.rules);
      return { name: kind, where: [...place.below], base, head, findings, witness: separating.value, told };
    }
  }
  return undefined;
}

interface Separating {
  readonly value: unknown;
  readonly accepted: Oracle;
  readonly refused: Oracle;
}

/** A value that the wide schema accepts and the narrowed one does not, by luck. */
function separatingValue([wide, boundary, place]: [Draft, Boundary, Place], [narrow, there]: [Draft, Boundary], random: Random): Separating | undefined {
  const [accepted, refused] = [oracleOf(wide, boundary), oracleOf(narrow, there)];
  for (let i = 0; accepted && refused && i < MAX_VALUES; i++) {
    const value = valueAt(wide, boundary, place, random);
    if (accepted(value) && !refused(value)) return { value, accepted, refused };
  }
  return undefined;
}

function toldBy(findings: readonly Finding[], rules: readonly string[]): Mutated['told'] {
  const about = findings.filter(({ ruleId }) => rules.includes(ruleId));
  if (about.some(({ verdict }) => verdict === 'breaking')) return 'breaking';
  const dangerous = about.filter(({ verdict }) => verdict === 'dangerous');
  if (dangerous.some(({ unproved }) => unproved === undefined)) return 'dangerous';
  if (findings.some(({ verdict }) => verdict === 'breaking')) return 'elsewhere';
  return findings.some(({ verdict }) => verdict === 'dangerous') ? 'unproved' : 'missed';
}
