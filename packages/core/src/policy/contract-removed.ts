import type { Audience, Finding, Impact, Location, Verdict } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import { SEVERITY_OF, verdictFor } from '../finding/verdict.ts';
import type { Policy } from './policy.ts';

export const contractRemoved: Policy = { id: 'contract-removed', severity: 'error' };

/** A provider without the contract answers nobody; who has stopped using it misses nothing of an old provider. */
export const IMPACT_OF_REMOVAL: Impact = { backward: 'breaking', forward: 'compatible' };

/** The contract that began at `at` in the base is gone. `wire`: what that is for who exchanges messages, in the mode that is asked for. */
export function contractGone(at: Location, wire: Verdict, asked?: readonly Audience[]): Finding {
  const audiences = wire === 'breaking' ? { wire, source: wire } : { wire };
  const verdict = verdictFor(audiences, asked);
  return {
    kind: 'change',
    ruleId: contractRemoved.id,
    severity: SEVERITY_OF[verdict],
    message: `The whole contract \`${at.uri}\` was removed.`,
    data: {},
    at,
    related: [{ message: 'It was here before.', at, version: 'base' }],
    fingerprint: fingerprintOf(contractRemoved.id, at.uri),
    impact: IMPACT_OF_REMOVAL,
    audiences,
    verdict,
  };
}
