import { restoreEntry } from '../edit/restore-entry.ts';
import type { Edit } from '../text/edit.ts';
import type { Node } from '../tree/node.ts';
import { nodeAt, pointerOf } from '../tree/pointer.ts';
import { follow } from '../workspace/resolve.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Fix } from './rule.ts';

/** Who brings back more than this restores a version, and has git for that. */
const MAX_TARGETS = 100;

/**
 * What is brought back from the base may refer to what is gone as well: that comes back with it. `undefined` where it cannot.
 * Whether a file is still there that the head does not refer to any more is not known here, and taken for granted.
 */
export function withTargets(fix: Fix, brought: readonly Node[], base: Snapshot, head: Snapshot): Fix | undefined {
  const edits: Edit[] = [];
  const back: Node[] = [...brought];
  // A reference means something else in another file.
  if (brought.some((node) => fix.edits.some(({ uri }) => uri !== node.file.uri) && targetsIn(node, base).length > 0)) return undefined;
  for (let i = 0; i < back.length; i++) {
    if (i > MAX_TARGETS) return undefined;
    for (const target of targetsIn(back[i] as Node, base)) {
      const root = head.files.get(target.file.uri)?.root;
      if (!root || nodeAt(root, pointerOf(target)) || back.some((node) => isWithin(target, node))) continue;
      const gap = gapFor(target, root);
      if (!gap) return undefined;
      edits.push(gap.edit);
      back.push(gap.node);
    }
  }
  return { ...fix, edits: [...fix.edits, ...edits] };
}

function targetsIn({ file, start, end }: Node, base: Snapshot): readonly Node[] {
  const references = base.files.get(file.uri)?.references.filter((reference) => start <= reference.start && reference.end <= end) ?? [];
  return references.flatMap((reference) => {
    const meant = follow(base, reference);
    return 'node' in meant ? [meant.node] : [];
  });
}

function isWithin(inner: Node, outer: Node): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}

/** The map that held it may be gone, too. */
function gapFor(target: Node, root: Node): { readonly node: Node; readonly edit: Edit } | undefined {
  for (const node of [target, target.parent]) {
    const holder = node?.parent && nodeAt(root, pointerOf(node.parent));
    const edit = node && holder && restoreEntry(node, holder);
    if (edit) return { node, edit };
  }
  return undefined;
}
