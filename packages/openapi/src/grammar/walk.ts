import { type Kept, keptIn, type MapNode, type Node, type Reads, sectionOf } from '@breakwater/core';
import type { Document } from '../model/document.ts';
import type { PlacedFault } from './fault.ts';
import type { Grammar } from './grammar.ts';
import { Kinds } from './kinds.ts';
import { tellKind } from './tell.ts';
import { mayBe, type Value } from './value.ts';
import { checkObject } from './walk-object.ts';
import { checkReferences } from './walk-references.ts';
import { checkList, checkMap, checkScalar } from './walk-values.ts';

/** What is done so far of holding a description against the grammar of its version. */
export interface Walk {
  readonly document: Document;
  readonly grammar: Grammar;
  /** The version in which an object has a field. */
  readonly versionWith: (object: string, field: string) => string | undefined;
  readonly faults: PlacedFault[];
  /** What still has to be looked at. A list instead of recursion: no depth can overflow it. */
  readonly tasks: { readonly node: Node; readonly value: Value }[];
  /** References, to be judged when all that stands in its own place is known. */
  readonly references: Reference[];
  /** Those of sections, each with what it was judged by. */
  readonly ofSections: SectionReferences[];
  readonly kinds: Kinds;
  /** What is looked at on its own. */
  readonly section?: Node;
}

export interface Reference {
  readonly node: MapNode;
  readonly value: Value;
}

/** The references of a section, which are as they have to be as long as they lead to the same things, and those are what they were. */
export interface SectionReferences {
  readonly references: readonly Reference[];
  judgement: { readonly reads: Reads | undefined; readonly kinds: ReadonlyMap<Node, unknown> } | undefined;
}

/** Where a description is not what its version of the specification says, each cause once, and as what its parts have been read. Linear in the text. */
export function walk(document: Document, grammar: Grammar, versionWith: Walk['versionWith']): Pick<Walk, 'faults' | 'kinds'> {
  const state: Walk = { document, grammar, versionWith, faults: [], tasks: [], references: [], ofSections: [], kinds: new Kinds() };
  state.tasks.push({ node: document.root, value: { is: 'object', name: 'root', refs: false } });
  finishTasks(state);
  checkReferences(state, () => finishTasks(state));
  return state;
}

function finishTasks(state: Walk): void {
  for (let task = state.tasks.pop(); task; task = state.tasks.pop()) {
    const section = state.section ? undefined : sectionOf(task.node);
    if (section && section === task.node && !state.kinds.hasSection(section)) checkSection(state, section, task.value);
    else check(state, task.node, task.value);
  }
}

const judged = new WeakMap<readonly Reference[], SectionReferences>();

function sectionReferences(references: readonly Reference[]): SectionReferences {
  const known = judged.get(references) ?? { references, judgement: undefined };
  judged.set(references, known);
  return known;
}

type Checked = Pick<Walk, 'faults' | 'references' | 'kinds'>;

const known = new WeakMap<Node, Map<Value, Kept<Checked>>>();

/** What stands in a section is looked at once, until it changes. */
function checkSection(state: Walk, section: Node, value: Value): void {
  const answers = known.get(section) ?? new Map<Value, Kept<Checked>>();
  known.set(section, answers);
  const { faults, references, kinds } = keptIn(answers, value, () =>
    checked({ ...state, section, faults: [], tasks: [{ node: section, value }], references: [], ofSections: [], kinds: new Kinds(state.kinds) }),
  );
  for (const fault of faults) state.faults.push(fault);
  if (references.length > 0) state.ofSections.push(sectionReferences(references));
  state.kinds.addSection(section, kinds.own());
}

function checked(state: Walk): Checked {
  finishTasks(state);
  return { faults: state.faults, references: state.references, kinds: state.kinds };
}

function check(state: Walk, node: Node, value: Value): void {
  if (value.is === 'object') checkObject(state, node, value);
  else if (value.is === 'list') checkList(state, node, value);
  else if (value.is === 'map') checkMap(state, node, value);
  else if (value.is === 'either') checkEither(state, node, value);
  else if (value.is !== 'any') checkScalar(state, node, value);
}

function checkEither(state: Walk, node: Node, value: Value & { is: 'either' }): void {
  const option = value.of.find((one) => mayBe(node, one));
  if (option) check(state, node, option);
  else tellKind(state, node, value);
}
