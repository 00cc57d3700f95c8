import type { Finding, Severity, Subject, Verdict } from '../finding/finding.ts';
import { SEVERITY_OF } from '../finding/verdict.ts';
import { type Selector, selects } from './selector.ts';

/** What holds in one part of a contract, over what holds elsewhere. */
export interface Override extends Selector {
  readonly severities: ReadonlyMap<string, Severity>;
  readonly options: ReadonlyMap<string, object>;
}

export interface SeveritySettings {
  readonly severities?: ReadonlyMap<string, Severity>;
  /** Of several that say something, the last one counts. */
  readonly overrides?: readonly Override[];
  /** What is not looked at. That a text cannot be read or followed is told even there. */
  readonly ignore?: readonly Selector[];
  /** The way from the root of the workspace, where patterns start, to where uris start. */
  readonly folder?: string;
}

const RANK: Readonly<Record<Severity, number>> = { off: 0, hint: 1, info: 2, warn: 3, error: 4 };
const VERDICT_OF: Readonly<Record<Exclude<Severity, 'off'>, Verdict>> = { error: 'breaking', warn: 'dangerous', info: 'compatible', hint: 'compatible' };

/** Findings as severe as the project wants them. What concerns several operations is as severe as for the one where it is worst. */
export function configure(findings: readonly Finding[], settings: SeveritySettings): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = severityOf(finding, settings);
    return severity === 'off' ? [] : severity === finding.severity ? finding : recast(finding, severity);
  });
}

function severityOf(finding: Finding, settings: SeveritySettings): Severity {
  const { within = [], severity } = finding;
  let worst: Severity = 'off';
  for (const subject of within.length > 0 ? within : [undefined]) {
    const here = severityAt(finding, subject, settings) ?? severity;
    if (RANK[here] > RANK[worst]) worst = here;
  }
  return worst;
}

function severityAt({ ruleId, kind, at }: Finding, subject: Subject | undefined, settings: SeveritySettings): Severity | undefined {
  const { severities, overrides = [], ignore = [] } = settings;
  const uri = fromRoot(settings.folder, at.uri);
  if (kind !== 'problem' && ignore.some((selector) => selects(selector, uri, subject))) return 'off';
  const own = overrides.findLast((override) => override.severities.has(ruleId) && selects(override, uri, subject));
  return own?.severities.get(ruleId) ?? severities?.get(ruleId);
}

/** A change that harms nobody stays one; any other gets the verdict that the severity stands for. */
function recast(finding: Finding, severity: Exclude<Severity, 'off'>): Finding {
  const { kind, verdict } = finding;
  if (kind !== 'change') return { ...finding, severity };
  if (verdict === 'compatible') return finding;
  const wanted = VERDICT_OF[severity];
  const isMilder = RANK[severity] < RANK[finding.severity];
  return { ...finding, verdict: wanted, severity: SEVERITY_OF[wanted], ...(isMilder && { excused: `The configuration tells it as \`${severity}\`.` }) };
}

/** A uri as patterns see it. `..` goes up from the folder, as far as there is one. */
export function fromRoot(folder: string | undefined, uri: string): string {
  const parts = folder === undefined || folder === '' || uri.startsWith('/') ? [] : folder.split('/');
  for (const part of uri.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
