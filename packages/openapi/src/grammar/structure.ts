import { defineRule, type Rule, type Severity, type Snapshot } from '@breakwater/core';
import type { Document } from '../model/document.ts';
import type { ApiElement } from '../model/element.ts';
import type { Fault, PlacedFault } from './fault.ts';
import { fixFault } from './fix-fault.ts';
import { GRAMMARS, versionWith } from './grammars.ts';
import { ownerOf } from './owner.ts';
import { walk } from './walk.ts';
import { wordFault } from './word-fault.ts';

type Structure = ReadonlyMap<Fault, PlacedFault>;

const known = new WeakMap<Snapshot, Structure>();

/** Where a description is not what its version of the specification says. Several rules tell of it; it is found once. */
export function structureOf(document: Document): Structure {
  let structure = known.get(document.snapshot);
  if (!structure) {
    structure = new Map(walk(document, GRAMMARS[document.version], versionWith).map((fault) => [fault.data, fault]));
    known.set(document.snapshot, structure);
  }
  return structure;
}

/** A rule that tells its share of the faults in the structure: see `owner.ts`. */
export function structureRule(id: string, severity: Severity = 'error'): Rule<ApiElement, Fault> {
  return defineRule<ApiElement, Fault>({
    id,
    on: 'api',
    severity,
    message: wordFault,
    check({ document }, report) {
      for (const { data, at, related } of structureOf(document).values()) if (ownerOf(data) === id) report(data, at, { related });
    },
  });
}

/** Such a rule whose faults can be repaired, or some of them. */
export function repairableRule(id: string): Rule<ApiElement, Fault> {
  return {
    ...structureRule(id),
    fixes({ document }, data) {
      const fault = structureOf(document).get(data);
      return fault ? fixFault(fault) : [];
    },
  };
}
