import type { Finding } from '../finding/finding.ts';
import type { Node } from '../tree/node.ts';
import { isCurrent, joinedReads, type Notes, notingIn } from '../tree/reads.ts';
import { noteStanding, sectionOf } from '../tree/section.ts';
import { isSameList } from '../workspace/question.ts';
import type { Element } from './element.ts';
import { type KeptFinding, keptFinding, presentFinding } from './kept-finding.ts';
import { askerOf, kindsOf, type LintOptions, mayTell, severityOf, toFinding } from './lint.ts';
import type { Account, LintMemory, Told, Unit } from './lint-memory.ts';
import type { Rule } from './rule.ts';
import { type Stop, stopOf } from './stop.ts';

/** As `lint`, of a model whose sections are as they were but for some. */
export function lintAgain(root: Element, rules: readonly Rule[], options: LintOptions, memory: LintMemory): readonly Finding[] {
  return new Walk(rules, options, memory).run(root);
}

/** What is in the middle of being walked: children still to come, or the exits of what is known. */
type Frame =
  | {
      readonly section: Node;
      readonly unit: Unit;
      readonly elements: Element[];
      readonly stop: Stop;
      readonly alone: number;
      readonly found: Element[];
      readonly met: Map<string, Set<Node>>;
    }
  | {
      readonly stops: readonly Stop[];
      /** How many of them the walk has been to. */
      at: number;
      /** Elements are made only if something is to be asked of them. */
      readonly elementAt: (i: number) => Element;
    };

/** The order is that of `elementsBelow`: each element is looked at where it is met first. */
class Walk {
  readonly #rules: readonly Rule[];
  readonly #options: LintOptions;
  readonly #memory: LintMemory;
  readonly #findings: Finding[] = [];
  readonly #frames: Frame[] = [];
  readonly #seen = new Map<string, Set<Node>>();
  readonly #entered = new Map<string, Set<Node>>();
  readonly #done = new Map<Node, Unit[]>();

  constructor(rules: readonly Rule[], options: LintOptions, memory: LintMemory) {
    this.#rules = rules.filter((rule) => mayTell(rule, options));
    this.#options = options;
    this.#memory = memory;
  }

  run(root: Element): readonly Finding[] {
    this.#enter(stopOf(root), () => root);
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      if (this.#options.shouldStop?.()) break;
      if ('stops' in frame) this.#next(frame);
      else this.#step(frame);
    }
    return this.#findings;
  }

  #next(frame: Extract<Frame, { readonly stops: unknown }>): void {
    const i = frame.at++;
    const stop = frame.stops[i];
    if (!stop) this.#frames.pop();
    // Most lead to where the walk has been.
    else if (!this.#entered.get(stop.kind)?.has(stop.node)) this.#enter(stop, elementOf(frame, i));
  }

  #enter(stop: Stop, element: () => Element): void {
    if (stop.section) this.#enterSection(stop, stop.section, element);
    else this.#look(element());
  }

  /** What is in no section. */
  #look(element: Element): void {
    if (!add(this.#seen, element.kind, element.node)) return;
    this.#tell(this.#foundIn(element));
    const children = element.children();
    this.#frames.push({ stops: children.map(stopOf), at: 0, elementAt: (i) => children[i] as Element }); // The index is within the list.
  }

  /** Of a mapping in sections: its own part, which is looked at again where what a rule has read of it is not what it was. */
  #foundIn(element: Element): readonly KeptFinding[] {
    const sections = element.node.kind === 'map' ? element.node.sections : undefined;
    const { sign } = stopOf(element);
    const known = sections && this.#memory.around(sections, sign);
    const account = known ?? { sign, ...accountOf(this.#asked([element])) };
    if (known) this.#renew(known, () => [element]);
    if (sections && !known) this.#memory.keepAround(sections, account);
    return account.found;
  }

  #enterSection(stop: Stop, section: Node, element: () => Element): void {
    if (!add(this.#entered, stop.kind, stop.node)) return;
    const done = this.#done.get(section) ?? [];
    this.#done.set(section, done);
    if (isMember(done, stop)) return;
    const known = this.#knownAt(stop, done);
    if (known) this.#replay(known, element, section);
    done.push(known ?? this.#begin(stop, section, element, done));
  }

  #knownAt(stop: Stop, done: readonly Unit[]): Unit | undefined {
    for (const unit of this.#memory.unitsAt(stop.node))
      if (isSameList(unit.after, done) && (unit.sign === stop.sign || isSameList(unit.sign, stop.sign)) && isCurrent(unit.walked.noted)) return unit;
    return undefined;
  }

  #begin(stop: Stop, section: Node, make: () => Element, done: readonly Unit[]): Unit {
    const unit: Unit = { sign: stop.sign, after: [...done], members: new Map(), exits: [], walked: { noted: undefined }, toldBy: undefined, ...accountOf([]) };
    const element = notingIn(unit.walked, make);
    this.#frames.push({ section, unit, elements: [element], stop, alone: done.length + 1, found: [], met: new Map() });
    return unit;
  }

  #step(frame: Extract<Frame, { readonly unit: Unit }>): void {
    const { section, unit, elements, found, met } = frame;
    const element = elements.pop();
    if (!element) {
      this.#end(frame);
      return;
    }
    if (sectionOf(element.node) !== section) {
      const stop = stopOf(element);
      // Whoever is met again is not looked at again.
      if (add(met, stop.kind, stop.node)) unit.exits.push(stop);
      this.#enter(stop, () => element);
    } else if (!isMember(this.#done.get(section) ?? [], element)) {
      add(unit.members, element.kind, element.node);
      found.push(element);
      notingIn(unit.walked, () => pushChildren(element, elements));
    }
  }

  #end({ unit, stop, section, alone, found }: Extract<Frame, { readonly unit: Unit }>): void {
    this.#frames.pop();
    Object.assign(unit, accountOf(this.#asked(found)));
    unit.toldBy = allReadOf(unit);
    this.#tell(unit.found);
    // Where the walk came back to the section meanwhile, what it met depends on other places.
    if (this.#done.get(section)?.length === alone) this.#memory.keep(stop.node, unit);
  }

  #replay(unit: Unit, element: () => Element, section: Node): void {
    let made: Remade | undefined;
    const remake = () => (made ??= remade(unit, element(), section));
    if (!isCurrent(unit.toldBy)) {
      this.#renew(unit, () => remake().members);
      unit.toldBy = allReadOf(unit);
    }
    this.#tell(unit.found);
    // A unit that is good has the exits that it had.
    if (unit.exits.length > 0) this.#frames.push({ stops: unit.exits, at: 0, elementAt: (i) => remake().exits[i] as Element });
  }

  /** Asks the rules again that would not say the same for sure. */
  #renew(account: Account, elements: () => readonly Element[]): void {
    const stale = account.told.filter(({ reads }) => !isCurrent(reads)).map(({ rule }) => rule);
    if (stale.length > 0) Object.assign(account, accountOf([...account.told.filter(({ rule }) => !stale.includes(rule)), ...this.#asked(elements(), stale)]));
  }

  /** Rule by rule, so that each has its own notes. */
  #asked(elements: readonly Element[], rules = this.#rules): readonly Told[] {
    const byKind = new Map<string, Element[]>();
    for (const element of elements) {
      const list = byKind.get(element.kind);
      if (list) list.push(element);
      else byKind.set(element.kind, [element]);
    }
    return rules.flatMap((rule) => {
      const own = kindsOf(rule).flatMap((kind) => byKind.get(kind) ?? []);
      if (own.length === 0) return [];
      const notes: Notes = { noted: undefined };
      const found: KeptFinding[] = [];
      notingIn(notes, () => {
        const ask = askerOf(this.#options, (told) => found.push(keptFinding(toFinding(told, severityOf(rule, this.#options)), told)));
        for (const element of own) ask(rule, element);
        for (const { node, related } of found) for (const place of [node, related]) if (place) noteStanding(place);
      });
      return found.length > 0 || notes.noted ? [{ rule, found, reads: notes.noted }] : [];
    });
  }

  #tell(found: readonly KeptFinding[]): void {
    for (const one of found) this.#findings.push(presentFinding(one));
  }
}

function accountOf(told: readonly Told[]): Omit<Account, 'sign'> {
  return { told, found: told.flatMap(({ found }) => found) };
}

function allReadOf({ told }: Unit): Unit['toldBy'] {
  return joinedReads(told.map(({ reads }) => reads));
}

function isMember(units: readonly Unit[], { kind, node }: Pick<Stop, 'kind' | 'node'>): boolean {
  return units.some(({ members }) => members.get(kind)?.has(node));
}

interface Remade {
  readonly members: readonly Element[];
  readonly exits: readonly Element[];
}

/** The elements of a unit, made again. */
function remade(unit: Unit, root: Element, section: Node): Remade {
  const members: Element[] = [];
  const exits: Element[] = [];
  const seen = new Map<string, Set<Node>>();
  const stack = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    const isInside = sectionOf(element.node) === section;
    if ((isInside && !unit.members.get(element.kind)?.has(element.node)) || !add(seen, element.kind, element.node)) continue;
    (isInside ? members : exits).push(element);
    if (isInside) pushChildren(element, stack);
  }
  return { members, exits };
}

/** Apart from the walk, which would make room for it at each step. */
function elementOf({ elementAt }: Extract<Frame, { readonly stops: unknown }>, i: number): () => Element {
  return () => elementAt(i);
}

function pushChildren(element: Element, stack: Element[]): void {
  const children = element.children();
  for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Element); // The index is within the list.
}

/** Whether it was not there. */
function add(sets: Map<string, Set<Node>>, kind: string, node: Node): boolean {
  const set = sets.get(kind) ?? new Set();
  sets.set(kind, set);
  return set.size < set.add(node).size;
}
