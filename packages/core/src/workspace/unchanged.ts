import type { Node, ScalarNode } from '../tree/node.ts';
import { pointerOf } from '../tree/pointer.ts';
import { referencesIn } from './references-in.ts';
import { follow } from './resolve.ts';
import type { Snapshot } from './snapshot.ts';
import { folderOf } from './uri.ts';

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
    return referencesIn(head, after).every((reference, i) => {
      const old = referencesIn(base, before)[i];
      return old !== undefined && sameTarget(base, old, head, reference) && !dirty.has(keyOf(head, reference));
    });
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
    const old = referencesIn(base, target.before);
    referencesIn(head, target.after).forEach((reference, i) => {
      const other = old[i];
      if (!other || !sameTarget(base, other, head, reference)) dirty.add(key);
      const to = keyOf(head, reference);
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
  const old = new Map<string, Node>();
  for (const reference of allReferences(base)) {
    const found = follow(base, reference);
    if ('node' in found) old.set(keyOf(base, reference), found.node);
  }
  const targets = new Map<string, Target | undefined>();
  for (const reference of allReferences(head)) {
    const key = keyOf(head, reference);
    if (targets.has(key)) continue;
    const found = follow(head, reference);
    const before = old.get(key);
    targets.set(key, before && 'node' in found ? { before, after: found.node } : undefined);
  }
  return targets;
}

function* allReferences(snapshot: Snapshot): Generator<ScalarNode> {
  for (const { references } of snapshot.files.values()) yield* references;
}

function usesAliases({ files }: Snapshot): boolean {
  return [...files.values()].some(({ shares }) => shares);
}

function sameText(before: Node, after: Node): boolean {
  const length = before.end - before.start;
  return length === after.end - after.start && before.file.text.slice(before.start, before.end) === after.file.text.slice(after.start, after.end);
}

function sameTarget(base: Snapshot, before: ScalarNode, head: Snapshot, after: ScalarNode): boolean {
  return keyOf(base, before) === keyOf(head, after);
}

/** A name for what a reference points to that is the same in both snapshots: the file relative to the entry's folder, and the pointer. */
function keyOf(snapshot: Snapshot, reference: ScalarNode): string {
  const found = follow(snapshot, reference);
  if (!('node' in found)) return `?${reference.value}`;
  let keys = targetKeys.get(snapshot);
  if (!keys) targetKeys.set(snapshot, (keys = new Map()));
  let key = keys.get(found.node);
  if (key === undefined) keys.set(found.node, (key = `${relative(snapshot, found.node.file.uri)}#${pointerOf(found.node)}`));
  return key;
}

const targetKeys = new WeakMap<Snapshot, Map<Node, string>>();

function relative(snapshot: Snapshot, uri: string): string {
  if (uri === snapshot.entry) return '';
  const folder = folderOf(snapshot.entry);
  return folder !== '' && uri.startsWith(`${folder}/`) ? uri.slice(folder.length + 1) : uri;
}
