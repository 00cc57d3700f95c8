import type { Finding } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import { isRetired } from './excuse.ts';
import type { Policy } from './policy.ts';

export const renameKeepBoth: Policy = { id: 'rename-keep-both', severity: 'warn' };

/** What goes by another name at once leaves everybody behind who uses the old one. */
export function requireBothNames({ lifecycle, stability, at, message, related, fingerprint }: Finding, today = ''): Finding | undefined {
  const { successor } = lifecycle ?? {};
  if (!lifecycle || successor === undefined || isRetired(lifecycle, today) || stability === 'draft' || stability === 'alpha') return undefined;
  const { id: ruleId, severity } = renameKeepBoth;
  return {
    kind: 'policy',
    ruleId,
    severity,
    message: `${message} \`${successor}\` seems to have come in its place: for a while both belong here, the old one deprecated with \`x-replaced-by\`.`,
    data: { successor },
    at,
    related,
    fingerprint: fingerprintOf(ruleId, fingerprint),
  };
}
