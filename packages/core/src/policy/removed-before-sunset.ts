import type { Finding } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import { isRetired } from './excuse.ts';
import type { Policy } from './policy.ts';

/** Asked for by whoever sets a deprecation window. */
export const removedBeforeSunset: Policy = { id: 'removed-before-sunset', severity: 'error' };

/** What is removed has to have been deprecated, with a sunset, and that day has to have come. */
export function requireSunset(finding: Finding, today: string): Finding | undefined {
  const { lifecycle, stability, at, message } = finding;
  if (lifecycle?.of !== 'base' || isRetired(lifecycle, today) || stability === 'draft' || stability === 'alpha') return undefined;
  const { deprecated, sunset } = lifecycle;
  const reason = !deprecated
    ? 'It had not been deprecated'
    : sunset === undefined
      ? 'It was deprecated without a sunset'
      : `Its sunset is not before ${sunset}`;
  return {
    kind: 'policy',
    ruleId: removedBeforeSunset.id,
    severity: removedBeforeSunset.severity,
    message: `${message} ${reason}.`,
    data: { deprecated, sunset: sunset ?? null },
    at,
    related: finding.related,
    fingerprint: fingerprintOf(removedBeforeSunset.id, finding.fingerprint),
  };
}
