import type { Finding } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import type { Policy } from './policy.ts';

/** Asked for by whoever sets a deprecation window. */
export const sunsetTooSoon: Policy = { id: 'sunset-too-soon', severity: 'error' };

/** Between the announcement and the end there have to be so many days. */
export function requireWindow({ lifecycle, at, related, fingerprint, message }: Finding, today: string, days: number): Finding | undefined {
  if (lifecycle?.of !== 'head' || !lifecycle.deprecated) return undefined;
  const { sunset } = lifecycle;
  const earliest = dayAfter(today, days);
  if (sunset !== undefined && sunset >= earliest) return undefined;
  const complaint = sunset === undefined ? 'It has no sunset' : `Its sunset on ${sunset} is too soon`;
  return {
    kind: 'policy',
    ruleId: sunsetTooSoon.id,
    severity: sunsetTooSoon.severity,
    message: `${message} ${complaint}: with a window of ${days} days it may be ${earliest} or later.`,
    data: { sunset: sunset ?? null, earliest, days },
    at,
    related,
    fingerprint: fingerprintOf(sunsetTooSoon.id, fingerprint),
  };
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
