import type { Audience, Finding } from '../finding/finding.ts';
import { configure, type SeveritySettings } from './configure.ts';
import { excuse } from './excuse.ts';
import { questionMajor } from './needless-major-bump.ts';
import { requireSunset } from './removed-before-sunset.ts';
import { requireBothNames } from './rename-keep-both.ts';
import { requireWindow } from './sunset-too-soon.ts';
import { requireBump, type VersionPolicy, type Versions } from './version-bump.ts';

export interface PolicySettings extends SeveritySettings {
  readonly audiences?: readonly Audience[];
  /** The day on which this is asked, as `2026-12-31`. The core has no clock. */
  readonly today?: string;
  /** How many days lie between the deprecation of something and its sunset; without it, removal is not held to an announcement. */
  readonly deprecationDays?: number;
  readonly versionPolicy?: VersionPolicy;
}

/** What the policies make of findings: milder ones where something was announced or never promised, and what they add themselves. */
export function decide(findings: readonly Finding[], versions: Versions | undefined, settings: PolicySettings): readonly Finding[] {
  const excused = excuse(findings, settings);
  const added = excused.flatMap((finding) => [...heldToWindow(finding, settings), ...within(finding, [requireBothNames(finding, settings.today)])]);
  const all = [...excused, ...added].flatMap((finding) => configuredOf(finding, settings));
  return versions
    ? [...all, ...configure([...requireBump(all, versions, settings.versionPolicy), ...questionMajor(excused, versions, settings.versionPolicy)], settings)]
    : all;
}

/** A problem kept something from being compared: that is told, however little the project wants to hear of it. */
function configuredOf(finding: Finding, settings: PolicySettings): readonly Finding[] {
  const configured = configure([finding], settings);
  return configured.length === 0 && finding.kind === 'problem' ? [{ ...finding, severity: 'info' }] : configured;
}

function heldToWindow(finding: Finding, { today, deprecationDays }: PolicySettings): readonly Finding[] {
  if (today === undefined || deprecationDays === undefined || !finding.lifecycle) return [];
  return within(finding, [requireSunset(finding, today), requireWindow(finding, today, deprecationDays)]);
}

/** What is told of a finding concerns what that one concerns. */
function within(finding: Finding, told: readonly (Finding | undefined)[]): readonly Finding[] {
  return told.flatMap((one) => (one ? [{ ...one, ...(finding.within && { within: finding.within }) }] : []));
}
