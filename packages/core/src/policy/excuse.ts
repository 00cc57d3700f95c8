import type { Audience, Finding } from '../finding/finding.ts';
import { SEVERITY_OF, verdictFor } from '../finding/verdict.ts';

export interface ExcuseOptions {
  readonly audiences?: readonly Audience[] | undefined;
  /** As `2026-12-31`; without it, no sunset has passed. */
  readonly today?: string | undefined;
}

/** Changes of what was never promised, or whose end had been announced and has come, are told and do not count as breaking. */
export function excuse(findings: readonly Finding[], options: ExcuseOptions): readonly Finding[] {
  return findings.map((finding) => {
    const excused = finding.kind === 'change' ? (unpromised(finding) ?? retired(finding, options.today)) : undefined;
    if (!excused) return finding;
    const verdict = verdictFor(excused.audiences, options.audiences);
    return { ...finding, ...excused, verdict, severity: SEVERITY_OF[verdict] };
  });
}

type Excuse = Required<Pick<Finding, 'audiences' | 'excused'>>;

const UNPROMISED: ReadonlySet<string> = new Set(['draft', 'alpha']);

function unpromised({ stability = '', verdict }: Finding): Excuse | undefined {
  if (!UNPROMISED.has(stability) || verdict === 'compatible') return undefined;
  return { audiences: { wire: 'compatible' }, excused: `Its stability level is \`${stability}\`, which promises nothing yet.` };
}

/** Who watches for what is announced is on the way already; code that is generated again still loses something. */
function retired({ lifecycle }: Finding, today: string | undefined): Excuse | undefined {
  if (!lifecycle || !isRetired(lifecycle, today)) return undefined;
  return { audiences: { wire: 'compatible', source: 'dangerous' }, excused: `It was deprecated, and its sunset on ${lifecycle.sunset} has passed.` };
}

/** Days as `2026-12-31` compare as text. */
export function isRetired({ deprecated, sunset, of }: NonNullable<Finding['lifecycle']>, today: string | undefined): boolean {
  return of === 'base' && deprecated && sunset !== undefined && today !== undefined && sunset <= today;
}
