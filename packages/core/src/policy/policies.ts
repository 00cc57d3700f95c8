import { acceptanceExpired, acceptanceStale } from './accept.ts';
import { baselineStale } from './baseline.ts';
import type { Policy } from './policy.ts';
import { removedBeforeSunset } from './removed-before-sunset.ts';
import { sunsetTooSoon } from './sunset-too-soon.ts';
import { suppressionUnused, suppressionWithoutReason } from './suppress.ts';
import { versionBump } from './version-bump.ts';

export const POLICIES: readonly Policy[] = [
  acceptanceExpired,
  acceptanceStale,
  baselineStale,
  removedBeforeSunset,
  sunsetTooSoon,
  suppressionUnused,
  suppressionWithoutReason,
  versionBump,
];
