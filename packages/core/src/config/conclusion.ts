import type { Answer } from '../engine/examine.ts';
import type { Finding } from '../finding/finding.ts';
import { normalize } from '../finding/normalize.ts';
import { type AcceptanceEntry, accept } from '../policy/accept.ts';
import { type Bar, DEFAULT_BAR, isOver } from '../policy/bar.ts';
import { type Report, summaryOf } from '../report/report.ts';

/** By what some contracts are judged together: one configuration, or none. */
export interface Terms {
  readonly accept: readonly AcceptanceEntry[];
  readonly bar: Bar;
}

/** What was found about a contract; without terms, what could not be checked at all. */
export interface Judged {
  readonly answer: Answer;
  readonly terms?: Terms;
}

export interface Conclusion extends Omit<Report, 'tool'> {
  /** Whether something is at or over the bar of its terms. What could not be checked is in the failures. */
  readonly isOver: boolean;
}

/** One report over the answers about all contracts, in the order of their uris. `accepted` holds for all of them. */
export function conclude(judged: readonly Judged[], today: string, accepted: readonly AcceptanceEntry[] = []): Conclusion {
  const bars = new Map<string, Bar>();
  const found: Finding[] = [];
  for (const [terms, answers] of byTerms(judged)) {
    const own = normalize(answers.flatMap(({ findings }) => findings));
    const marked = terms ? accept(own, terms.accept, today) : own;
    for (const finding of marked) bars.set(placeOf(finding), terms?.bar ?? DEFAULT_BAR);
    found.push(...marked);
  }
  const all = normalize(accept(normalize(found), accepted, today));
  const findings = all.filter(({ suppressed }) => suppressed === undefined);
  return {
    contracts: judged.flatMap(({ answer }) => answer.contract ?? []).sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    findings,
    summary: summaryOf(all),
    failures: judged.flatMap(({ answer }) => answer.failures),
    isOver: findings.some((finding) => isOver(finding, bars.get(placeOf(finding)) ?? DEFAULT_BAR)),
  };
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
