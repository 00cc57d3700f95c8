import type { Node } from '../tree/node.ts';
import type { Notes, Reads } from '../tree/reads.ts';
import type { Sections } from '../tree/section.ts';
import { isSameList } from '../workspace/question.ts';
import type { KeptFinding } from './kept-finding.ts';
import type { Rule } from './rule.ts';
import type { Sign, Stop } from './stop.ts';

/** What was found in the sections of a contract, so that those that an edit leaves alone are not looked at again. */
export class LintMemory {
  #key = '';
  #units = new WeakMap<Node, Unit[]>();
  #around = new WeakMap<Sections, Account[]>();

  /** What is kept was found under the same circumstances, or is kept no longer. */
  under(key: string): this {
    if (key !== this.#key) {
      this.#units = new WeakMap();
      this.#around = new WeakMap();
    }
    this.#key = key;
    return this;
  }

  around(sections: Sections, sign: Sign): Account | undefined {
    return this.#around.get(sections)?.find((around) => isSameList(around.sign, sign));
  }

  keepAround(sections: Sections, around: Account): void {
    const others = this.#around.get(sections)?.filter(({ sign }) => sign[0] !== around.sign[0]) ?? [];
    this.#around.set(sections, [...others, around]);
  }

  unitsAt(node: Node): readonly Unit[] {
    return this.#units.get(node) ?? [];
  }

  /** In place of one that is not good any more. */
  keep(node: Node, unit: Unit): void {
    const others = this.unitsAt(node).filter(({ sign }) => !isSameList(sign, unit.sign));
    this.#units.set(node, [...others, unit].slice(-MAX_UNITS));
  }
}

/** The same text is looked at in few ways. */
const MAX_UNITS = 4;

/** What was found of something. */
export interface Account {
  readonly sign: Sign;
  told: readonly Told[];
  /** All that was told. */
  found: readonly KeptFinding[];
}

/** An element that stands in a section, with all below it that stands there, as it was walked once. */
export interface Unit extends Account {
  /** All that it was told by. */
  toldBy: Reads | undefined;
  /** What was walked in the section before. */
  readonly after: readonly Unit[];
  readonly members: Map<string, Set<Node>>;
  /** What stands elsewhere, in the order of the walk, each once. */
  readonly exits: Stop[];
  readonly walked: Notes;
}

/** What one rule found in a unit. */
export interface Told {
  readonly rule: Rule;
  readonly found: readonly KeptFinding[];
  readonly reads: Reads | undefined;
}
