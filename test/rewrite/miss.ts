import type { Finding } from '@breakwater/core';
import { changesBetween } from './chain.ts';
import { copyOf, type Draft } from './draft.ts';
import { MUTATIONS } from './mutations.ts';
import { createRandom, type Random } from './random.ts';

export interface Mutated {
  readonly name: string;
  readonly told: 'breaking' | 'unproved' | 'missed';
  readonly findings: readonly Finding[];
}

/** Breaks a contract at random and asks what is told of it; `undefined` when there is no place to break. */
export async function mutate(base: Draft, random: Random): Promise<Mutated | undefined> {
  const name = random.pick(Object.keys(MUTATIONS)) ?? '';
  const head = copyOf(base);
  if (MUTATIONS[name]?.(head, createRandom(random.int(2 ** 31))) !== true) return undefined;
  const findings = await changesBetween(base, head, 'BACKWARD');
  const isUnproved = findings.some(({ verdict, unproved }) => verdict === 'dangerous' && unproved !== undefined);
  return { name, findings, told: findings.some(({ verdict }) => verdict === 'breaking') ? 'breaking' : isUnproved ? 'unproved' : 'missed' };
}
