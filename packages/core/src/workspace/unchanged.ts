import type { Node, ScalarNode } from '../tree/node.ts';
import { pointerOf } from '../tree/pointer.ts';
import { sectionOf } from '../tree/section.ts';
import { linksIn } from './links.ts';
import { referencesIn } from './references-in.ts';
import { follow } from './resolve.ts';
import { type Snapshot, stateOf } from './snapshot.ts';
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
  const old = namedIn(base);
  const targets = new Map<string, Target | undefined>();
  for (const [key, after] of namedIn(head)) {
    const before = old.get(key);
    targets.set(key, before && after && { before, after });
  }
  return targets;
}

const named = new WeakMap<object, ReadonlyMap<string, Node | undefined>>();

/** What references name, by their keys. */
function namedIn(snapshot: Snapshot): ReadonlyMap<string, Node | undefined> {
  const known = named.get(stateOf(snapshot));
  if (known) return known;
  const targets = new Map<string, Node | undefined>();
  const seen = new Set<Node>();
  for (const file of snapshot.files.values()) {
    for (const { links } of linksIn(snapshot, file)) {
      for (const { reference, target } of links) {
        if (target && seen.has(target)) continue;
        if (target) seen.add(target);
        targets.set(keyOf(snapshot, reference), target);
      }
    }
  }
  named.set(stateOf(snapshot), targets);
  return targets;
}

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
  let keys = targetKeys.get(stateOf(snapshot));
  if (!keys) targetKeys.set(stateOf(snapshot), (keys = new Map()));
  let key = keys.get(found.node);
  if (key === undefined) keys.set(found.node, (key = `${relative(snapshot, found.node.file.uri)}#${pointerTo(found.node)}`));
  return key;
}

const pointers = new WeakMap<Node, string>();

/** A node in a section stays where it is. */
function pointerTo(node: Node): string {
  const pointer = pointers.get(node) ?? pointerOf(node);
  if (sectionOf(node)) pointers.set(node, pointer);
  return pointer;
}

const targetKeys = new WeakMap<object, Map<Node, string>>();

function relative(snapshot: Snapshot, uri: string): string {
  if (uri === snapshot.entry) return '';
  const folder = folderOf(snapshot.entry);
  return folder !== '' && uri.startsWith(`${folder}/`) ? uri.slice(folder.length + 1) : uri;
}
