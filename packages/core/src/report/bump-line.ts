import { codeSpan } from './code-span.ts';
import type { ContractReport, Report } from './report.ts';

/** So many contracts are named. */
const MOST = 5;

/** Whether the versions rose as the changes ask for, in one sentence; empty where nothing asks or nothing calls itself a version. */
export function bumpLine({ contracts }: Pick<Report, 'contracts'>): string {
  const asked = contracts.filter(({ raised }) => raised !== undefined);
  const missing = asked.filter(({ raised }) => raised === false);
  const [only, ...others] = asked;
  if (!only) return '';
  if (others.length === 0) return sentenceOf(only);
  if (missing.length === 0) return `All ${asked.length} contracts that changed have the version that their changes ask for.`;
  const names = missing.slice(0, MOST).map(({ uri }) => codeSpan(uri));
  const more = missing.length > MOST ? ` and ${missing.length - MOST} more` : '';
  return `${missing.length} of ${asked.length} contracts that changed do not have the version that their changes ask for: ${names.join(', ')}${more}.`;
}

function sentenceOf({ needs = 'patch', raised, versions = { base: '', head: '' } }: ContractReport): string {
  const { base, head } = versions;
  const moved = base === head ? `the version is still ${codeSpan(base)}` : `the version went from ${codeSpan(base)} to ${codeSpan(head)}`;
  return `The changes ask for a **${needs}** version bump, which was ${raised ? '' : 'not '}made: ${moved}.`;
}
