import type { Audience, Finding, Severity, Verdict } from './finding.ts';

const RANK: Readonly<Record<Verdict, number>> = { compatible: 0, dangerous: 1, breaking: 2 };

export function worseVerdict(a: Verdict, b: Verdict): Verdict {
  return RANK[a] >= RANK[b] ? a : b;
}

export const DEFAULT_AUDIENCES: readonly Audience[] = ['wire'];
export const AUDIENCES = ['wire', 'source', 'semantic'] as const satisfies readonly Audience[];

const ONE_LESS = { breaking: 'dangerous', dangerous: 'compatible', compatible: 'compatible' } as const;

/** The worst for those who asked. Others are not forgotten, but what is only theirs counts one level less. */
export function verdictFor(audiences: NonNullable<Finding['audiences']>, asked: readonly Audience[] = DEFAULT_AUDIENCES): Verdict {
  let worst: Verdict = 'compatible';
  for (const audience of AUDIENCES) {
    const verdict = audiences[audience];
    if (verdict) worst = worseVerdict(worst, asked.includes(audience) ? verdict : ONE_LESS[verdict]);
  }
  return worst;
}

export const SEVERITY_OF: Readonly<Record<Verdict, Severity>> = { breaking: 'error', dangerous: 'warn', compatible: 'info' };
