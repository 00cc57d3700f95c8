import type { Node, ScalarNode } from '../tree/node.ts';
import { EVERYTHING, type Kept, keptIn, noteRead, unnoted } from '../tree/reads.ts';
import { sectionOf } from '../tree/section.ts';
import { follow, resolve } from './resolve.ts';
import { type LoadedFile, ofSnapshot, type Snapshot } from './snapshot.ts';

/** A reference with what it leads to, if it leads anywhere. */
interface Link {
  readonly reference: ScalarNode;
  readonly target: Node | undefined;
}

/** The references of one section of a file, or those that stand in none. */
export interface Links {
  readonly section: Node | undefined;
  readonly links: readonly Link[];
  /** What they lead to, each once. */
  readonly targets: readonly Node[];
  /** Every one ends at something that is no further reference. */
  readonly areWhole: boolean;
}

const known = new WeakMap<Node, Kept<Links>>();
const sections = new WeakMap<ScalarNode, { readonly section: Node | undefined }>();

const byFile = ofSnapshot(() => new Map<LoadedFile, readonly Links[]>());

/** Where the references of a file lead. Those of a section are followed once, until it changes, or what they lead to. */
export function linksIn(snapshot: Snapshot, file: LoadedFile): readonly Links[] {
  noteRead(EVERYTHING);
  const files = byFile(snapshot);
  const links = files.get(file) ?? unnoted(() => [...bySection(file)].map(([section, references]) => linksOfSection(snapshot, section, references)));
  files.set(file, links);
  return links;
}

function linksOfSection(snapshot: Snapshot, section: Node | undefined, references: readonly ScalarNode[]): Links {
  const find = () => linksOf(snapshot, section, references);
  return section ? keptIn(known, section, find) : find();
}

function bySection({ references }: LoadedFile): ReadonlyMap<Node | undefined, readonly ScalarNode[]> {
  const groups = new Map<Node | undefined, ScalarNode[]>();
  for (const reference of references) {
    const at = sections.get(reference) ?? { section: sectionOf(reference) };
    sections.set(reference, at);
    const group = groups.get(at.section);
    if (group) group.push(reference);
    else groups.set(at.section, [reference]);
  }
  return groups;
}

function linksOf(snapshot: Snapshot, section: Node | undefined, references: readonly ScalarNode[]): Links {
  const links = references.map((reference): Link => {
    const found = follow(snapshot, reference);
    const target = 'node' in found ? found.node : undefined;
    return { reference, target };
  });
  const targets = [...new Set(links.flatMap(({ target }) => target ?? []))];
  return { section, links, targets, areWhole: links.every(({ target }) => target && resolve(snapshot, target) !== undefined) };
}
