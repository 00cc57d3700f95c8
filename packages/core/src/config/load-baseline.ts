import type { Finding } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import type { Baseline } from '../policy/baseline.ts';
import { configValid } from '../problems/config-valid.ts';
import type { Host } from '../workspace/host.ts';
import type { Configuration } from './configuration.ts';
import { readBaseline } from './read-baseline.ts';

export interface LoadedBaseline {
  readonly baseline: Baseline;
  readonly mistakes: readonly Finding[];
}

/** The baseline that a configuration names. One that is not there is a mistake: without it, everything would be told at once. */
export async function loadBaseline({ baseline }: Configuration, host: Host): Promise<LoadedBaseline | undefined> {
  if (!baseline) return undefined;
  const { uri, at } = baseline;
  const text = await host.readFile(uri);
  if ('text' in text) return readBaseline({ uri, text: text.text });
  const message = `The baseline \`${uri}\` ${text.refusal}; \`breakwater lint --write-baseline\` writes one.`;
  const { id, severity } = configValid;
  const fingerprint = fingerprintOf(id, at.uri, message);
  return { baseline: { entries: new Map() }, mistakes: [{ kind: 'problem', ruleId: id, severity, message, data: {}, at, related: [], fingerprint }] };
}
