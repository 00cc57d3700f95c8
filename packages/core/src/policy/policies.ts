import { acceptanceExpired, acceptanceStale } from './accept.ts';
import { baselineStale } from './baseline.ts';
import { contractRemoved } from './contract-removed.ts';
import { needlessMajorBump } from './needless-major-bump.ts';
import type { Policy } from './policy.ts';
import { removedBeforeSunset } from './removed-before-sunset.ts';
import { renameKeepBoth } from './rename-keep-both.ts';
import { sunsetTooSoon } from './sunset-too-soon.ts';
import { suppressionUnused, suppressionWithoutReason } from './suppress.ts';
import { versionBump } from './version-bump.ts';

export const POLICIES: readonly Policy[] = [
  acceptanceExpired,
  acceptanceStale,
  baselineStale,
  contractRemoved,
  needlessMajorBump,
  removedBeforeSunset,
  renameKeepBoth,
  sunsetTooSoon,
  suppressionUnused,
  suppressionWithoutReason,
  versionBump,
];
