import type { Finding, Severity, Verdict } from '../finding/finding.ts';

/** From where on a check fails: the least verdict of a change, and the least severity of a rule's finding. */
export interface Bar {
  readonly changes: 'breaking' | 'dangerous' | 'any' | 'never';
  readonly rules: 'error' | 'warn' | 'info' | 'never';
}

export const DEFAULT_BAR: Bar = { changes: 'breaking', rules: 'error' };

export const CHANGE_BARS = ['breaking', 'dangerous', 'any'] as const;
export const RULE_BARS = ['error', 'warn', 'info'] as const;

const VERDICTS: readonly Verdict[] = ['compatible', 'dangerous', 'breaking'];
const SEVERITIES: readonly Severity[] = ['off', 'hint', 'info', 'warn', 'error'];

/** Whether a finding is at or over the bar. Problems and policies count like rules. */
export function isOver({ kind, verdict, severity, accepted, suppressed, inBase }: Finding, bar: Bar): boolean {
  if (accepted || inBase || suppressed !== undefined) return false;
  if (kind !== 'change') return bar.rules !== 'never' && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(bar.rules);
  if (bar.changes === 'never') return false;
  return VERDICTS.indexOf(verdict ?? 'compatible') >= (bar.changes === 'any' ? 0 : VERDICTS.indexOf(bar.changes));
}
