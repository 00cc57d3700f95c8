import type { Report } from './report.ts';

/** The whole report in one sentence. */
export function verdictLine({ summary, failures, contracts, findings }: Report): string {
  const { breaking, dangerous, compatible, accepted, suppressed, inBase, baseline, errors, warnings, infos } = summary;
  const compared = contracts.some((contract) => contract.compared);
  const parts = [
    ...(compared || breaking + dangerous + compatible > 0
      ? [`${count(breaking, 'breaking')}, ${count(dangerous, 'dangerous')} and ${count(compatible, 'compatible')} changes`]
      : []),
    ...(accepted > 0 ? [count(accepted, 'accepted')] : []),
    ...(errors + warnings + infos > 0 ? [`${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(infos, 'note')}`] : []),
    ...(failures.length > 0 ? [`${plural(failures.length, 'thing')} could not be checked`] : []),
  ];
  const known = [
    ...(inBase > 0 ? [` ${count(inBase, 'in the base already')}.`] : []),
    ...(suppressed > 0 ? [` ${count(suppressed, 'suppressed')}.`] : []),
    ...(baseline > 0 ? [` ${count(baseline, 'in the baseline')}.`] : []),
  ].join('');
  return findings.length + failures.length === 0 ? `No findings.${known}` : `${parts.join('; ')}.${known}`;
}

/** How far the verdicts about schemas are proved; empty if there was nothing to prove. */
export function proofLine({ contracts }: Report): string {
  const proved = contracts.reduce((sum, contract) => sum + contract.proved, 0);
  const undecided = contracts.reduce((sum, contract) => sum + contract.undecided, 0);
  return proved + undecided === 0 ? '' : `Of ${proved + undecided} schema changes, ${proved} were decided by proof, ${undecided} could not be.`;
}

function count(n: number, what: string): string {
  return `${n} ${what}`;
}

function plural(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
