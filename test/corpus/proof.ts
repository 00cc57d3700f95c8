import type { Comparison, Finding } from '@breakwater/core';
import { SCHEMA_CHANGES } from '@breakwater/json-schema';

/** How much of a history was proved: of its facts about schemas, and of the findings that somebody has to act on. */
export interface Proof {
  decided: number;
  undecided: number;
  /** Findings about schemas that break or that could not be decided, and those of them that could not. */
  grave: number;
  unproved: number;
  /** Of those, the ones about schemas that refer to what is not in the corpus: nobody could decide them. */
  dead: number;
  readonly open: Finding[];
}

const SCHEMA_RULES: ReadonlySet<string> = new Set(SCHEMA_CHANGES.map(({ id }) => id));

export function newProof(): Proof {
  return { decided: 0, undecided: 0, grave: 0, unproved: 0, dead: 0, open: [] };
}

export function addComparison(proof: Proof, comparison: Comparison): void {
  if (!comparison.compared) return;
  proof.decided += comparison.proved;
  proof.undecided += comparison.undecided;
  for (const finding of comparison.findings) {
    const isOpen = finding.unproved !== undefined;
    if (isOpen || (finding.verdict === 'breaking' && SCHEMA_RULES.has(finding.ruleId))) proof.grave++;
    if (!isOpen) continue;
    proof.unproved++;
    if (finding.unproved?.includes('leads nowhere')) proof.dead++;
    proof.open.push(finding);
  }
}

/** One line a history, the worst first. Histories in which no schema changed are left out. */
export function tableOf(proofs: ReadonlyMap<string, Proof>): readonly string[] {
  const rows = [...proofs].filter(([, { decided, undecided }]) => decided + undecided > 0);
  const [head, ...lines] = [
    ['history', 'facts', 'undecided', 'decided', 'grave findings', 'unproved', 'share', 'dead $refs'],
    ...rows
      .sort(([, a], [, b]) => b.unproved - b.dead - (a.unproved - a.dead) || b.undecided - a.undecided)
      .map(([name, { decided, undecided, grave, unproved, dead }]) => {
        const facts = decided + undecided;
        return [name, facts, undecided, percent(decided, facts), grave, unproved, percent(unproved - dead, grave - dead), dead].map(String);
      }),
  ].map(([name = '', ...cells]) => name.padEnd(24) + cells.map((cell) => cell.padStart(16)).join(''));
  return head === undefined ? [] : [head, ...lines];
}

/** Why findings could not be decided, each with the rule and how often. */
export function reasonsOf({ open }: Proof): readonly string[] {
  const times = new Map<string, number>();
  for (const { ruleId, unproved } of open) times.set(`${ruleId}: ${unproved}`, (times.get(`${ruleId}: ${unproved}`) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([reason, n]) => `${String(n).padStart(5)}  ${reason}`);
}

export function placesOf({ open }: Proof): readonly string[] {
  return open.map(({ ruleId, message, at }) => `       ${ruleId} ${at.uri}:${at.start.line + 1} ${message}`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}
