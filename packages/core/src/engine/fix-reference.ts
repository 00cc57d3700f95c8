import { inline } from '../edit/notation.ts';
import type { Finding } from '../finding/finding.ts';
import { nearestPointer } from '../problems/nearest-pointer.ts';
import { refResolves } from '../problems/ref-resolves.ts';
import { nodeAt } from '../tree/pointer.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { repair } from './repair.ts';
import type { Fix } from './rule.ts';

/** Lets a reference that leads nowhere lead to what is spelled nearly so. */
export function fixReference(snapshot: Snapshot, { ruleId, at }: Finding): readonly Fix[] {
  const node = ruleId === refResolves.id ? nodeAt(snapshot.files.get(at.uri)?.root, at.pointer) : undefined;
  const meant = node?.kind === 'scalar' ? nearestPointer(snapshot, node) : undefined;
  if (!node || meant === undefined) return [];
  const { file, start, end } = node;
  return repair(`Refer to \`${meant}\``, false, { uri: file.uri, span: { start, end }, text: inline(file, meant) });
}
