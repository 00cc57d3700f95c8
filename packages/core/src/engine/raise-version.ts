import type { Finding } from '../finding/finding.ts';
import type { PolicySettings } from '../policy/decide.ts';
import { nextVersion } from '../policy/next-version.ts';
import { isAsked, versionBump } from '../policy/version-bump.ts';
import { sourceOf } from '../tree/node.ts';
import { nodeAt } from '../tree/pointer.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { repair } from './repair.ts';
import type { Fix } from './rule.ts';

/** Says the version that the changes ask for, in the quotes of the one that is there. */
export function raiseVersion({ files }: Snapshot, { ruleId, data, at }: Finding, { today, versionPolicy }: PolicySettings): readonly Fix[] {
  const node = ruleId === versionBump.id ? nodeAt(files.get(at.uri)?.root, at.pointer) : undefined;
  const { base, needs } = data;
  if (node?.kind !== 'scalar' || node.style === 'block' || typeof base !== 'string') return [];
  const bump = needs === 'major' || needs === 'minor' || needs === 'patch' ? needs : undefined;
  const next = bump === undefined ? base : nextVersion(base, bump, today);
  if (next === undefined || !isAsked(next, versionPolicy)) return [];
  const quote = node.style === 'quoted' ? sourceOf(node).charAt(0) : '';
  return repair(`Raise the version to ${next}`, false, { uri: at.uri, span: { start: node.start, end: node.end }, text: quote + next + quote });
}
