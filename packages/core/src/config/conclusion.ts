import type { Answer } from '../engine/examine.ts';
import type { Finding } from '../finding/finding.ts';
import { normalize } from '../finding/normalize.ts';
import { type AcceptanceEntry, accept, acceptanceStale } from '../policy/accept.ts';
import { type Bar, DEFAULT_BAR, isOver } from '../policy/bar.ts';
import { type Baseline, beyondBaseline, type NotInBaseline } from '../policy/baseline.ts';
import { KNOWABLE } from '../problems/problems.ts';
import { type Report, summaryOf } from '../report/report.ts';
import { ascending } from '../text/ascending.ts';

/** By what some contracts are judged together: one configuration, or none. */
export interface Terms {
  readonly accept: readonly AcceptanceEntry[];
  readonly bar: Bar;
  /** Of findings of rules; where rules are not asked, it says nothing. */
  readonly baseline?: Baseline | undefined;
}

/** What was found about a contract; without terms, what could not be checked at all. */
export interface Judged {
  readonly answer: Answer;
  readonly terms?: Terms;
}

export interface Conclusion extends Omit<Report, 'tool'> {
  /** Whether something is at or over the bar of its terms. What could not be checked is in the failures. */
  readonly isOver: boolean;
  /** Of a part: acceptances that nothing in it needs. Something in another part may. */
  readonly unused: readonly Finding[];
}

export interface Concluding {
  /** What holds for all of them. */
  readonly accepted?: readonly AcceptanceEntry[];
  /** Whether other contracts are looked at elsewhere. */
  readonly isPart?: boolean;
}

/** One report over the answers about all contracts, in the order of their uris. */
export function conclude(judged: readonly Judged[], today: string, { accepted = [], isPart = false }: Concluding = {}): Conclusion {
  const bars = new Map<string, Bar>();
  const found: Finding[] = [];
  let inBaseline = 0;
  for (const [terms, answers] of byTerms(judged)) {
    const own = beyond(normalize(answers.flatMap(({ findings }) => findings)), answers, terms);
    inBaseline += own.known;
    const marked = [...(terms ? accept(own.findings, terms.accept, today) : own.findings), ...own.stale];
    for (const finding of marked) bars.set(placeOf(finding), terms?.bar ?? DEFAULT_BAR);
    found.push(...marked);
  }
  const told = normalize(accept(normalize(found), accepted, today));
  const isElsewhere = ({ ruleId }: Finding) => isPart && ruleId === acceptanceStale.id;
  const all = told.filter((finding) => !isElsewhere(finding));
  const findings = all.filter(({ suppressed }) => suppressed === undefined);
  return {
    contracts: judged.flatMap(({ answer }) => answer.contract ?? []).sort((a, b) => ascending(a.uri, b.uri)),
    findings,
    summary: { ...summaryOf(all), baseline: inBaseline },
    failures: judged.flatMap(({ answer }) => answer.failures),
    unused: told.filter(isElsewhere),
    isOver: findings.some((finding) => isOver(finding, bars.get(placeOf(finding)) ?? DEFAULT_BAR)),
  };
}

function beyond(findings: readonly Finding[], answers: readonly Answer[], terms: Terms | undefined): NotInBaseline {
  if (!terms?.baseline) return { findings, known: 0, stale: [] };
  return beyondBaseline(findings, terms.baseline, new Set(answers.flatMap(({ contract }) => contract?.uri ?? [])), KNOWABLE);
}

function byTerms(judged: readonly Judged[]): ReadonlyMap<Terms | undefined, readonly Answer[]> {
  const groups = new Map<Terms | undefined, Answer[]>();
  for (const { answer, terms } of judged) {
    const known = groups.get(terms);
    if (known) known.push(answer);
    else groups.set(terms, [answer]);
  }
  return groups;
}

function placeOf({ ruleId, message, at }: Finding): string {
  return JSON.stringify([ruleId, message, at]);
}
