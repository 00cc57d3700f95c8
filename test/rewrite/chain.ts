import { type Contract, createChecker, type Finding, memoryHost, type Settings } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { DOCUMENT_REWRITES } from './document-rewrites.ts';
import { copyOf, type Draft, ENTRY, textsOf } from './draft.ts';
import { createRandom, type Random } from './random.ts';
import type { Rewrite } from './rewrite.ts';
import { SCHEMA_REWRITES } from './schema-rewrites.ts';

const REWRITES: Readonly<Record<string, Rewrite>> = { ...SCHEMA_REWRITES, ...DOCUMENT_REWRITES };
const NAMES = Object.keys(REWRITES);
const checker = createChecker(FORMATS);

/** One rewrite, and the seed by which it finds its place. */
export interface Link {
  readonly name: string;
  readonly seed: number;
}

export function chainOf(random: Random, length: number): Link[] {
  return Array.from({ length }, () => ({ name: random.pick(NAMES) ?? '', seed: random.int(2 ** 31) }));
}

/** The draft after the links of a chain, and the links that found a place. */
function follow(draft: Draft, chain: readonly Link[]): { draft: Draft; used: Link[] } {
  const after = copyOf(draft);
  const used = chain.filter(({ name, seed }) => REWRITES[name]?.(after, createRandom(seed)) === true);
  return { draft: after, used };
}

async function contractOf(draft: Draft): Promise<Contract> {
  const contract = await checker.load(ENTRY, memoryHost(textsOf(draft)));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return contract;
}

export async function changesBetween(base: Draft, head: Draft, mode: NonNullable<Settings['mode']>): Promise<readonly Finding[]> {
  const comparison = checker.compare(await contractOf(base), await contractOf(head), { mode });
  if (!comparison.compared) throw new Error(comparison.reason);
  return comparison.findings.filter(({ kind }) => kind === 'change');
}

export interface FalseAlarm {
  readonly chain: readonly Link[];
  readonly findings: readonly Finding[];
}

/** What is told of a chain of rewrites, of which nothing should be; with the smallest chain that still shows it. */
export async function falseAlarmOf(base: Draft, chain: readonly Link[]): Promise<FalseAlarm | undefined> {
  const { used } = follow(base, chain);
  let findings = await toldOf(base, used);
  if (findings.length === 0) return undefined;
  let smallest = used;
  for (let i = 0; i < smallest.length; ) {
    const without = smallest.filter((_link, at) => at !== i);
    const still = await toldOf(base, without);
    if (still.length > 0) [smallest, findings] = [without, still];
    else i++;
  }
  return { chain: smallest, findings };
}

async function toldOf(base: Draft, chain: readonly Link[]): Promise<readonly Finding[]> {
  return chain.length === 0 ? [] : changesBetween(base, follow(base, chain).draft, 'FULL');
}

export function textOf({ ruleId, message, verdict, at, unproved, witness }: Finding): string {
  const place = `${at.pointer ?? ''}`;
  const more = [unproved && `unproved: ${unproved}`, witness && `witness: ${JSON.stringify(witness.value)}`].filter(Boolean).join('; ');
  return `${verdict} ${ruleId}: ${message} ${place}${more ? ` (${more})` : ''}`;
}
