import {
  defineRule,
  EVERYTHING,
  isSameList,
  type MapNode,
  noteRead,
  type Preset,
  questionOfWhole,
  type Rule,
  type Severity,
  type Snapshot,
  stateOf,
  unnoted,
} from '@breakwater/core';
import { type Document, documentOf } from '../model/document.ts';
import type { ApiElement } from '../model/element.ts';
import type { Fault, PlacedFault } from './fault.ts';
import { fixFault } from './fix-fault.ts';
import { GRAMMARS, versionWith } from './grammars.ts';
import type { Kinds } from './kinds.ts';
import { ownerOf } from './owner.ts';
import { walk } from './walk.ts';
import { wordFault } from './word-fault.ts';

interface Structure {
  readonly faults: ReadonlyMap<Fault, PlacedFault>;
  readonly kinds: Kinds;
}

const known = new WeakMap<object, Structure>();

/** Where a description is not what its version of the specification says. Several rules tell of it; it is found once. */
function structureOf(document: Document): Structure {
  noteRead(EVERYTHING);
  const structure = known.get(stateOf(document.snapshot)) ?? unnoted(() => findStructure(document));
  known.set(stateOf(document.snapshot), structure);
  return structure;
}

function findStructure(document: Document): Structure {
  const { faults, kinds } = walk(document, GRAMMARS[document.version], versionWith);
  return { faults: new Map(faults.map((fault) => [fault.data, fault])), kinds };
}

const questions = new Map<string, (snapshot: Snapshot) => readonly MapNode[]>();

/** Every object of a kind, wherever in the description and its files it stands, by the name that the tables give it. */
export function objectsOf({ snapshot }: Document, name: string): readonly MapNode[] {
  const question = questions.get(name) ?? questionOfWhole((whole) => structureIn(whole)?.kinds.nodesOf(name) ?? [], isSameList);
  questions.set(name, question);
  return question(snapshot);
}

const faultsIn = questionOfWhole<readonly PlacedFault[]>((snapshot) => [...(structureIn(snapshot)?.faults.values() ?? [])], isSameList);

function structureIn(snapshot: Snapshot): Structure | undefined {
  const document = documentOf(snapshot);
  return document && structureOf(document);
}

export function kindsOf(document: Document): Kinds {
  return structureOf(document).kinds;
}

/** A rule that tells its share of the faults in the structure: see `owner.ts`. */
export function structureRule(id: string, severity: Severity = 'error', preset?: Preset): Rule<ApiElement, Fault> {
  return defineRule<ApiElement, Fault>({
    id,
    on: 'api',
    severity,
    ...(preset && { preset }),
    message: wordFault,
    check({ document }, report) {
      for (const { data, at, related } of faultsIn(document.snapshot)) if (ownerOf(data) === id) report(data, at, { related });
    },
  });
}

/** Such a rule whose faults can be repaired, or some of them. */
export function repairableRule(id: string): Rule<ApiElement, Fault> {
  return {
    ...structureRule(id),
    fixes({ document }, data) {
      const fault = structureOf(document).faults.get(data);
      return fault ? fixFault(fault) : [];
    },
  };
}
