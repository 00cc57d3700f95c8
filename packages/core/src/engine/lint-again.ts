import type { Finding } from '../finding/finding.ts';
import type { Node } from '../tree/node.ts';
import { isCurrent, joinedReads, type Notes, notingIn } from '../tree/reads.ts';
import { noteStanding, sectionOf } from '../tree/section.ts';
import type { Element } from './element.ts';
import { type KeptFinding, keptFinding, presentFinding } from './kept-finding.ts';
import { ask, kindsOf, type LintOptions, mayTell, severityOf, toFinding } from './lint.ts';
import { type Account, type Exit, isSame, type LintMemory, type Sign, type Told, type Unit } from './lint-memory.ts';
import type { Rule } from './rule.ts';

/** An element that the walk comes to. It is made only if something is to be asked of it. */
interface Visit {
  readonly node: Node;
  readonly kind: string;
  readonly section: Node | undefined;
  readonly sign: () => Sign;
  readonly element: () => Element;
}

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
      readonly visit: Visit;
      readonly alone: number;
      readonly found: Element[];
      readonly met: Map<string, Set<Node>>;
    }
  | { readonly visits: Visit[] };

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
    this.#enter(visitOf(root));
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      if (this.#options.shouldStop?.()) break;
      if ('visits' in frame) this.#next(frame.visits);
      else this.#step(frame);
    }
    return this.#findings;
  }

  #next(visits: Visit[]): void {
    const visit = visits.pop();
    if (visit) this.#enter(visit);
    else this.#frames.pop();
  }

  #enter(visit: Visit): void {
    const { section } = visit;
    if (section) this.#enterSection(visit, section);
    else this.#look(visit);
  }

  /** What is in no section, is looked at each time. */
  #look({ node, element: make }: Visit): void {
    const element = make();
    if (!add(this.#seen, element.kind, node)) return;
    for (const told of this.#toldOf(element)) this.#tell(told.found);
    this.#frames.push({ visits: element.children().map(visitOf).reverse() });
  }

  /** Of a mapping in sections: its own part, which is looked at again where what a rule has read of it is not what it was. */
  #toldOf(element: Element): readonly Told[] {
    const sections = element.node.kind === 'map' ? element.node.sections : undefined;
    if (!sections) return this.#asked([element]);
    const sign = signOf(element);
    const known = this.#memory.around(sections, sign);
    const account = known ?? { sign, ...accountOf(this.#asked([element])) };
    if (known) this.#renew(known, () => [element]);
    else this.#memory.keepAround(sections, account);
    return account.told;
  }

  #enterSection(visit: Visit, section: Node): void {
    if (!add(this.#entered, visit.kind, visit.node)) return;
    const done = this.#done.get(section) ?? [];
    this.#done.set(section, done);
    if (isMember(done, visit)) return;
    const known = this.#memory.unitsAt(visit.node).find((unit) => isSame(unit.after, done) && isSame(unit.sign, visit.sign()) && isCurrent(unit.walked.noted));
    if (known) this.#replay(known, visit, section);
    done.push(known ?? this.#begin(visit, section, done));
  }

  #begin(visit: Visit, section: Node, done: readonly Unit[]): Unit {
    const unit: Unit = {
      sign: visit.sign(),
      after: [...done],
      members: new Map(),
      exits: [],
      walked: { noted: undefined },
      ...accountOf([]),
    };
    const element = notingIn(unit.walked, visit.element);
    this.#frames.push({ section, unit, elements: [element], visit, alone: done.length + 1, found: [], met: new Map() });
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
      const visit = visitOf(element);
      // Whoever is met again is not looked at again.
      if (add(met, visit.kind, visit.node)) unit.exits.push({ node: visit.node, section: visit.section, sign: visit.sign() });
      this.#enter(visit);
    } else if (!isMember(this.#done.get(section) ?? [], element)) {
      add(unit.members, element.kind, element.node);
      found.push(element);
      notingIn(unit.walked, () => pushChildren(element, elements));
    }
  }

  #end({ unit, visit, section, alone, found }: Extract<Frame, { readonly unit: Unit }>): void {
    this.#frames.pop();
    Object.assign(unit, accountOf(this.#asked(found)));
    for (const { found: all } of unit.told) this.#tell(all);
    // Where the walk came back to the section meanwhile, what it met depends on other places.
    if (this.#done.get(section)?.length === alone) this.#memory.keep(visit.node, unit);
  }

  #replay(unit: Unit, visit: Visit, section: Node): void {
    let made: Remade | undefined;
    const remake = () => (made ??= remade(unit, visit.element(), section));
    this.#renew(unit, () => remake().members);
    for (const { found } of unit.told) this.#tell(found);
    if (unit.exits.length > 0) this.#frames.push({ visits: unit.exits.map((exit, i) => exitOf(exit, i, remake)).reverse() });
  }

  /** Asks the rules again that would not say the same for sure. */
  #renew(account: Account, elements: () => readonly Element[]): void {
    if (isCurrent(account.toldBy)) return;
    const stale = account.told.filter(({ reads }) => !isCurrent(reads)).map(({ rule }) => rule);
    Object.assign(account, accountOf([...account.told.filter(({ rule }) => !stale.includes(rule)), ...this.#asked(elements(), stale)]));
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
      const notes: Notes = { noted: undefined };
      const found: KeptFinding[] = [];
      notingIn(notes, () => {
        for (const element of own) ask(rule, element, this.#options, (told) => found.push(keptFinding(toFinding(told, severityOf(rule, this.#options)), told)));
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
  return { told, toldBy: joinedReads(told.map(({ reads }) => reads)) };
}

function isMember(units: readonly Unit[], { kind, node }: Pick<Visit, 'kind' | 'node'>): boolean {
  return units.some(({ members }) => members.get(kind)?.has(node));
}

/** A unit that is good has the exits that it had. */
function exitOf({ node, section, sign }: Exit, i: number, remake: () => Remade): Visit {
  return { node, kind: String(sign[0]), section, sign: () => sign, element: () => remake().exits[i] as Element };
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

function visitOf(element: Element): Visit {
  let sign: Sign | undefined;
  return { node: element.node, kind: element.kind, section: sectionOf(element.node), sign: () => (sign ??= signOf(element)), element: () => element };
}

/** The kind comes first. What else is told by words, numbers and nodes; by its context it says itself what its meaning depends on. */
function signOf(element: Element): Sign {
  const { kind, place, context, role } = element;
  const sign: unknown[] = [kind, 'label' in element ? element.label : undefined, role, place.node, place.span === place.node.entry, context?.key];
  for (const node of context?.nodes ?? []) sign.push(node);
  for (const value of Object.values(element)) if (typeof value === 'string' || typeof value === 'boolean') sign.push(value);
  return sign;
}
