import type { Policy } from './policy.ts';
import { versionBump } from './version-bump.ts';

export const POLICIES: readonly Policy[] = [versionBump];
