import type { Audience, Finding, Severity } from '../finding/finding.ts';
import { excuse } from './excuse.ts';
import { requireSunset } from './removed-before-sunset.ts';
import { requireWindow } from './sunset-too-soon.ts';
import { requireBump, type Versions, versionBump } from './version-bump.ts';

export interface PolicySettings {
  readonly audiences?: readonly Audience[];
  /** The day on which this is asked, as `2026-12-31`. The core has no clock. */
  readonly today?: string;
  /** How many days lie between the deprecation of something and its sunset; without it, removal is not held to an announcement. */
  readonly deprecationDays?: number;
  readonly severities?: ReadonlyMap<string, Severity>;
}

/** What the policies make of findings: milder ones where something was announced or never promised, and what they add themselves. */
export function decide(findings: readonly Finding[], versions: Versions | undefined, settings: PolicySettings): readonly Finding[] {
  const { severities } = settings;
  const excused = excuse(findings, settings);
  const all = [...excused, ...excused.flatMap((finding) => heldToWindow(finding, settings))];
  return versions ? requireBump(all, versions, severities?.get(versionBump.id)) : all;
}

function heldToWindow(finding: Finding, { today, deprecationDays, severities }: PolicySettings): readonly Finding[] {
  if (today === undefined || deprecationDays === undefined || !finding.lifecycle) return [];
  const told = [requireSunset(finding, today), requireWindow(finding, today, deprecationDays)];
  return told.flatMap((one) => (one ? [{ ...one, severity: severities?.get(one.ruleId) ?? one.severity }] : [])).filter(({ severity }) => severity !== 'off');
}
