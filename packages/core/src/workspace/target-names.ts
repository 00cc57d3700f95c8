import type { Node, ScalarNode } from '../tree/node.ts';
import { pointerOf } from '../tree/pointer.ts';
import { type Kept, keptIn, unnoted } from '../tree/reads.ts';
import { sectionOf } from '../tree/section.ts';
import { referencesIn } from './references-in.ts';
import { follow } from './resolve.ts';
import { ofSnapshot, type Snapshot } from './snapshot.ts';
import { folderOf } from './uri.ts';

const ofNodes = new WeakMap<Snapshot, WeakMap<Node, Kept<readonly string[]>>>();

/** The names of what the references in a node lead to, in the order of the text. */
export function targetNamesIn(snapshot: Snapshot, node: Node): readonly string[] {
  const find = () => unnoted(() => referencesIn(snapshot, node)).map((reference) => targetName(snapshot, reference));
  // What stands in no section of a living text may hold other references the next time.
  if (snapshot.state && !sectionOf(node)) return find();
  const known = ofNodes.get(snapshot) ?? new WeakMap<Node, Kept<readonly string[]>>();
  ofNodes.set(snapshot, known);
  return keptIn(known, node, find);
}

/** A name for what a reference leads to that is the same in all versions of a contract. */
export function targetName(snapshot: Snapshot, reference: ScalarNode): string {
  const found = follow(snapshot, reference);
  return 'node' in found ? nameOf(snapshot, found.node) : `?${reference.value}`;
}

const namesOf = ofSnapshot(() => new Map<Node, string>());

/** The file, relative to the entry's folder, and the pointer. */
export function nameOf(snapshot: Snapshot, node: Node): string {
  const known = namesOf(snapshot);
  const name = known.get(node) ?? `${relative(snapshot, node.file.uri)}#${pointerTo(node)}`;
  known.set(node, name);
  return name;
}

const pointers = new WeakMap<Node, string>();

/** A node in a section stays where it is. */
function pointerTo(node: Node): string {
  const pointer = pointers.get(node) ?? pointerOf(node);
  if (sectionOf(node)) pointers.set(node, pointer);
  return pointer;
}

function relative(snapshot: Snapshot, uri: string): string {
  if (uri === snapshot.entry) return '';
  const folder = folderOf(snapshot.entry);
  return folder !== '' && uri.startsWith(`${folder}/`) ? uri.slice(folder.length + 1) : uri;
}
