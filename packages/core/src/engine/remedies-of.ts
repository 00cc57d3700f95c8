import type { Finding } from '../finding/finding.ts';
import { nodeAt } from '../tree/pointer.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Format } from './format.ts';
import { restored } from './remedy.ts';
import type { Fix } from './rule.ts';
import { withTargets } from './with-targets.ts';

/** The ways to take a change back, or to soften it; none for what hurts nobody. What a change itself knows of them counts, else what is gone comes back. */
export function remediesOf(base: Snapshot, head: Snapshot, format: Format, { kind, verdict, ruleId, data, at, related }: Finding): readonly Fix[] {
  if (kind !== 'change' || verdict === 'compatible') return [];
  const change = format.changes.find(({ id }) => id === ruleId);
  const old = related.find(({ version }) => version === 'base')?.at;
  const after = nodeAt(head.files.get(at.uri)?.root, at.pointer);
  if (!change || !after) return [];
  const before = old && nodeAt(base.files.get(old.uri)?.root, old.pointer);
  const sides = { before, after, deprecatedBy: format.deprecatedBy?.(head, [change.on].flat()[0] ?? '') };
  const remedies = change.remedies ? change.remedies(data, sides) : restored({ ...sides, deprecatedBy: undefined });
  return remedies.flatMap(({ brings = [], ...fix }) => withTargets(fix, brings, base, head) ?? []);
}
