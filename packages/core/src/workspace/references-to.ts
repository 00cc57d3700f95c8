import type { SourceFile } from '../text/source-file.ts';
import type { Node, ScalarNode } from '../tree/node.ts';
import { noteRead, type Slot, touch, unnoted } from '../tree/reads.ts';
import { linksIn } from './links.ts';
import { ofSnapshot, rootOf, type Snapshot } from './snapshot.ts';

type Index = ReadonlyMap<Node, readonly ScalarNode[]>;

interface Asked {
  readonly slot: Slot;
  readonly references: readonly ScalarNode[];
}

const indexOf = ofSnapshot((snapshot) => unnoted(() => newIndex(snapshot)));
/** What was answered of the last text of an entry, by node. */
const answers = new WeakMap<SourceFile, Map<Node, Asked>>();

/** The references that lead to a node, anywhere in a contract and its files. */
export function referencesTo(snapshot: Snapshot, node: Node): readonly ScalarNode[] {
  const references = indexOf(snapshot).get(node) ?? [];
  const asked = answersOf(snapshot);
  const known = asked?.get(node) ?? { slot: { stamp: 0 }, references };
  asked?.set(node, known);
  noteRead(known.slot);
  return references;
}

/** What was answered before is not current where the answer is another now. Asked before anybody looks whether something is. */
export function refreshReferences(snapshot: Snapshot): void {
  const asked = answersOf(snapshot);
  if (!asked || asked.size === 0) return;
  const index = indexOf(snapshot);
  for (const [node, { slot, references }] of asked) {
    const now = index.get(node) ?? [];
    if (now.length === references.length && now.every((reference, i) => reference === references[i])) continue;
    touch(slot);
    asked.delete(node);
  }
}

function answersOf(snapshot: Snapshot): Map<Node, Asked> | undefined {
  const source = unnoted(() => rootOf(snapshot)?.file);
  const asked = (source && answers.get(source)) ?? new Map<Node, Asked>();
  if (source) answers.set(source, asked);
  return source && asked;
}

function newIndex(snapshot: Snapshot): Index {
  const index = new Map<Node, ScalarNode[]>();
  for (const file of snapshot.files.values()) {
    for (const { links } of linksIn(snapshot, file)) {
      for (const { reference, target } of links) {
        const list = target && index.get(target);
        if (list) list.push(reference);
        else if (target) index.set(target, [reference]);
      }
    }
  }
  return index;
}
