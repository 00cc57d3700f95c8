import type { Finding } from '../finding/finding.ts';

export type Bump = 'major' | 'minor' | 'patch';

/** The part of a semantic version that has to rise for these changes (semver.org 2.0.0, items 6 to 8); `undefined` if nothing changed. */
export function neededBump(findings: readonly Finding[]): Bump | undefined {
  const changes = findings.filter(({ kind }) => kind === 'change');
  if (changes.length === 0) return undefined;
  if (changes.some(({ verdict }) => verdict === 'breaking')) return 'major';
  return changes.some(({ impact }) => impact && (impact.backward !== 'compatible' || impact.forward !== 'compatible')) ? 'minor' : 'patch';
}
