import { bringBack } from '../edit/bring-back.ts';
import { insertPart } from '../edit/insert.ts';
import { isJson } from '../edit/notation.ts';
import { removeEntry, removeItem } from '../edit/remove.ts';
import { restoreEntry } from '../edit/restore-entry.ts';
import { restoreItem } from '../edit/restore-item.ts';
import { withEntry } from '../edit/with-entry.ts';
import { trailOf } from '../finding/fingerprint.ts';
import { clip } from '../text/clip.ts';
import type { Edit } from '../text/edit.ts';
import { child, isFlow, itemsOf, type Node, sourceOf, stringOf } from '../tree/node.ts';
import { pointerOf } from '../tree/pointer.ts';
import { repair } from './repair.ts';
import type { Remedy, Sides } from './sides.ts';

const MAX_TITLE = 60;

/** Where what is gone has its place in the head, and how it is found there once it is back. */
interface Gap {
  readonly removed: Node;
  readonly holder: Node;
  readonly edit: Edit;
}

/**
 * What is gone comes back as it was written, and announced as going where that can be said. `also`: what else has to be as before
 * for that.
 */
export function restored({ before, after, deprecatedBy }: Sides, ...also: readonly (Edit | undefined)[]): readonly Remedy[] {
  const gap = before && gapFor(before, after);
  if (!gap) return [];
  const { removed, holder, edit } = gap;
  const find = (again: Node | undefined) => (removed.entry ? child(again, removed.entry.name) : itemsOf(again).at(-1));
  const deprecated = deprecatedBy === undefined || removed !== before ? undefined : withEntry(edit, { holder, find }, deprecatedBy, true);
  const name = clip(nameOf(removed), MAX_TITLE);
  const remedies = [
    ...repair(`Restore ${name}`, false, edit, ...also),
    ...(deprecated ? repair(`Restore ${name} as deprecated`, false, deprecated, ...also) : []),
  ];
  return bringing([removed], remedies);
}

/** The finding stands at what held it, or where that is gone as well, at what held that one. */
function gapFor(before: Node, after: Node): Gap | undefined {
  const { parent: old } = before;
  if (!old) return undefined;
  if (isSame(old, after)) return gapIn(before, after);
  const inner = old.entry && old.parent && isSame(old.parent, after) ? child(after, old.entry.name) : undefined;
  if (inner) return gapIn(before, inner);
  return old.parent && isSame(old.parent, after) ? gapIn(old, after) : undefined;
}

function gapIn(removed: Node, holder: Node): Gap | undefined {
  if (child(holder, '$ref')) return undefined;
  const edit = removed.entry ? restoreEntry(removed, holder) : restoreItem(removed, holder);
  return edit && { removed, holder, edit };
}

/** What the base says by one of some keys, in place of what the head says by them; what only one of them says goes or comes. */
export function asBefore({ before, after }: Sides, ...keys: readonly string[]): readonly Remedy[] {
  if (!before) return [];
  const [was, now] = [before, after].map(({ entry }) => (entry && keys.includes(entry.name) ? entry.name : undefined));
  const isBoth = was !== undefined && now !== undefined && isSame(before.parent, after.parent);
  if (isBoth && (was === now || !child(after.parent, was))) return bringing([before], repair(`Bring back ${shown(before)}`, false, bringBack(before, after)));
  if (was !== undefined && isSame(before.parent, after) && !child(after, '$ref'))
    return bringing([before], repair(`Bring back ${shown(before)}`, false, restoreEntry(before, after)));
  const isNew = isBoth ? !child(before.parent, now) : now !== undefined && isSame(before, after.parent);
  return isNew && now !== undefined ? repair(`Remove ${now}`, false, removeEntry(after.parent, now)) : [];
}

/** Items that the base lists come back at the end of the list. */
export function itemsAsBefore({ before, after }: Sides, isGone: (item: Node) => boolean): readonly Remedy[] {
  const gone = itemsOf(before).filter(isGone);
  if (after.kind !== 'seq' || after.items.length === 0 || isJson(after.file) !== isJson(before?.file ?? after.file)) return [];
  const edits = gone.map((item) =>
    item.kind === 'scalar' && item.style !== 'block' ? insertPart(after, isFlow(after) ? sourceOf(item) : `- ${sourceOf(item)}`) : undefined,
  );
  return repair(`Bring back ${clip(gone.map(sourceOf).join(', '), MAX_TITLE)}`, false, ...edits);
}

/** Items that only the head lists go. */
export function withoutItems({ after }: Sides, isNew: (item: Node) => boolean): readonly Remedy[] {
  const added = itemsOf(after).filter(isNew);
  const [only, more] = added;
  return only && !more && itemsOf(after).length > 1 ? repair(`Remove ${clip(sourceOf(only), MAX_TITLE)}`, false, removeItem(after, only)) : [];
}

function bringing(brings: readonly Node[], remedies: readonly Remedy[]): readonly Remedy[] {
  return remedies.map((remedy) => ({ ...remedy, brings }));
}

/** The same part of two versions: by where it is, by the names on the way to it, or by its own name where it was moved. */
function isSame(a: Node | undefined, b: Node | undefined): boolean {
  if (!a || !b || a.kind !== b.kind) return false;
  return pointerOf(a) === pointerOf(b) || trailOf(a) === trailOf(b) || (a.entry !== undefined && a.entry.name === b.entry?.name);
}

function nameOf(node: Node): string {
  return node.entry?.name ?? stringOf(child(node, 'name')) ?? sourceOf(node).replaceAll(/\s+/g, ' ');
}

function shown(node: Node): string {
  return clip(`${node.entry?.name}: ${sourceOf(node).replaceAll(/\s+/g, ' ')}`, MAX_TITLE);
}
