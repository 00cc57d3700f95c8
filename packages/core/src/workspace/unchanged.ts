import { isSameStretch } from '../text/source-file.ts';
import type { Node } from '../tree/node.ts';
import { sectionOf } from '../tree/section.ts';
import { linksIn } from './links.ts';
import { ofSnapshot, type Snapshot } from './snapshot.ts';
import { nameOf, targetName, targetNamesIn } from './target-names.ts';

/** Whether two nodes say the same: equal text, and equal text behind every reference in it. `false` may be wrong, `true` never is. */
export type Unchanged = (before: Node, after: Node) => boolean;

interface Target {
  readonly before: Node;
  readonly after: Node;
}

/**
 * What did not change between two snapshots. Linear in the two: every definition that references name is compared once by text,
 * then what refers to a changed one is changed too. Comparing skips the rest, so its cost follows the change and not the size.
 */
export function unchangedBetween(base: Snapshot, head: Snapshot): Unchanged {
  const dirty = changedTargets(base, head);
  if (!dirty) return () => false;
  return (before, after) => {
    if (!sameText(before, after)) return false;
    const old = targetNamesIn(base, before);
    return targetNamesIn(head, after).every((key, i) => key === old[i] && !dirty.has(key));
  };
}

/** Keys of the reference targets that differ, directly or through what they refer to. `undefined` where aliases make text no measure. */
function changedTargets(base: Snapshot, head: Snapshot): ReadonlySet<string> | undefined {
  if (usesAliases(base) || usesAliases(head)) return undefined;
  const targets = targetsOf(base, head);
  const dirty = new Set<string>();
  const usedBy = new Map<string, string[]>();
  for (const [key, target] of targets) {
    if (!target || !sameText(target.before, target.after)) {
      dirty.add(key);
      continue;
    }
    const old = targetNamesIn(base, target.before);
    targetNamesIn(head, target.after).forEach((to, i) => {
      if (to !== old[i]) dirty.add(key);
      const users = usedBy.get(to);
      if (users) users.push(key);
      else usedBy.set(to, [key]);
    });
  }
  const queue = [...dirty];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const user of usedBy.get(key) ?? []) if (!dirty.has(user)) dirty.add(user) && queue.push(user);
  }
  return dirty;
}

function targetsOf(base: Snapshot, head: Snapshot): Map<string, Target | undefined> {
  const old = namedIn(base);
  const targets = new Map<string, Target | undefined>();
  for (const [key, after] of namedIn(head)) {
    const before = old.get(key);
    targets.set(key, before && after && { before, after });
  }
  return targets;
}

/** What references name. */
const namedIn = ofSnapshot((snapshot): ReadonlyMap<string, Node | undefined> => {
  const targets = new Map<string, Node | undefined>();
  const seen = new Set<Node>();
  for (const { targets: found, links, areWhole } of [...snapshot.files.values()].flatMap((file) => linksIn(snapshot, file))) {
    for (const target of found) {
      if (!seen.has(target)) targets.set(nameOf(snapshot, target), target);
      seen.add(target);
    }
    for (const { reference, target } of areWhole ? [] : links) if (!target) targets.set(targetName(snapshot, reference), undefined);
  }
  return targets;
});

function usesAliases({ files }: Snapshot): boolean {
  return [...files.values()].some(({ shares }) => shares);
}

const compared = new WeakMap<Node, { readonly before: Node; readonly isSame: boolean }>();

/** What stands in a section has its text as long as it is there. */
function sameText(before: Node, after: Node): boolean {
  if (!sectionOf(before) && !sectionOf(after)) return isSameText(before, after);
  const known = compared.get(after);
  if (known?.before === before) return known.isSame;
  const isSame = isSameText(before, after);
  if (sectionOf(after)) compared.set(after, { before, isSame });
  return isSame;
}

function isSameText(before: Node, after: Node): boolean {
  return isSameStretch(before.file, before, after.file, after);
}
