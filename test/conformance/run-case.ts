import { type Comparison, createChecker, type Finding, memoryHost } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { isSchemaChange } from '@breakwater/json-schema';
import type { Expected, Ours, Outcome, SuiteCase } from './outcome.ts';

const checker = createChecker(FORMATS);

/** The day of the comparisons: what is announced before it has passed. */
const TODAY = '2026-11-26';

/** Changes that are rated by proof. */
const PROVED = new Set(FORMATS.flatMap(({ changes }) => changes.filter(isSchemaChange).map(({ id }) => id)));

export async function runCase({ id, base, head }: SuiteCase, expected: Expected): Promise<Outcome> {
  const comparison = await compareTexts(base, head);
  const findings = comparison.compared ? comparison.findings.filter(({ kind }) => kind === 'change') : [];
  const breaking = findings.filter(({ verdict }) => verdict === 'breaking');
  return {
    id,
    expected,
    ours: comparison.compared ? worstOf(findings) : 'unknown',
    witnessed: breaking.some(({ witness }) => witness !== undefined),
    bare: breaking.filter(isBare).map(({ message }) => message),
    told: comparison.compared ? findings.map(lineOf) : [comparison.reason],
  };
}

async function compareTexts(base: string, head: string): Promise<Comparison> {
  const [old, now] = await Promise.all([base, head].map((text) => checker.load('openapi.yaml', memoryHost({ 'openapi.yaml': text }))));
  if (!old || !now || 'refusal' in old || 'refusal' in now) return { compared: false, reason: 'could not be read', findings: [] };
  const comparison = checker.compare(old, now);
  return { ...comparison, findings: checker.decide(old, now, comparison.findings, { today: TODAY }).findings };
}

function worstOf(findings: readonly Finding[]): Ours {
  const verdicts = findings.map(({ verdict }) => verdict);
  return (['breaking', 'dangerous', 'compatible'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'silent';
}

function isBare({ ruleId, witness, unproved }: Finding): boolean {
  return PROVED.has(ruleId) && witness === undefined && unproved === undefined;
}

function lineOf({ verdict, ruleId, message, witness, unproved }: Finding): string {
  const proof = witness ? ` — witness ${JSON.stringify(witness.value)?.slice(0, 200)}` : unproved === undefined ? '' : ` — not proved: ${unproved}`;
  return `${verdict} ${ruleId}: ${message}${proof}`;
}
