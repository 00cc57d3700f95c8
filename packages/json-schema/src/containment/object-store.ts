import type { Fact, Keys } from './fact.ts';
import type { Literal } from './literal.ts';
import type { Inside } from './place.ts';
import { matchesPattern } from './regex/matches.ts';

type Of<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** The facts about one object, sorted by what is asked of them. */
export interface ObjectStore {
  readonly present: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
  readonly properties: ReadonlyMap<string, readonly Literal[]>;
  readonly each: readonly Of<'each'>[];
  readonly names: readonly Literal[];
  readonly someKeys: readonly Of<'some-key'>[];
  /** Every name that some fact mentions. All other names differ only in the patterns they match. */
  readonly mentioned: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
}

export function storeOf(facts: readonly Fact[]): ObjectStore {
  const of = <K extends Fact['kind']>(kind: K) => facts.filter((fact): fact is Of<K> => fact.kind === kind);
  const properties = new Map<string, Literal[]>();
  for (const { name, literal } of of('property')) {
    const literals = properties.get(name);
    if (literals) literals.push(literal);
    else properties.set(name, [literal]);
  }
  const each = of('each');
  const someKeys = of('some-key');
  const present = new Set(of('present').map(({ name }) => name));
  const absent = new Set(of('absent').map(({ name }) => name));
  const keys = [...each, ...someKeys].map((fact) => fact.keys);
  return {
    present,
    absent,
    least: Math.max(0, ...of('least').map(({ count }) => count)),
    most: Math.min(Infinity, ...of('most').map(({ count }) => count)),
    properties,
    each,
    names: of('names').map(({ literal }) => literal),
    someKeys,
    mentioned: new Set([...present, ...absent, ...properties.keys(), ...keys.flatMap(({ names }) => [...(names ?? [])])]),
    patterns: new Set(keys.flatMap(({ pattern, patterns = [] }) => (pattern === undefined ? patterns : [pattern, ...patterns]))),
  };
}

/** Whether a name is among the keys; undefined when a pattern cannot be tested. */
export function isAmong({ pattern, names, patterns = [] }: Keys, name: string): boolean | undefined {
  if (names?.has(name)) return false;
  if (pattern !== undefined) return matchesPattern(pattern, name);
  const matched = patterns.map((source) => matchesPattern(source, name));
  if (matched.includes(true)) return false;
  return matched.includes(undefined) ? undefined : true;
}

/** What holds for the value of a property. Where a pattern cannot be tested, too little is said, and never too much. */
export function literalsFor({ properties, each }: ObjectStore, name: string): Literal[] {
  const found = [...(properties.get(name) ?? [])];
  for (const { keys, literal } of each) if (isAmong(keys, name) === true) found.push(literal);
  return found;
}

/** False when no object of the store can have the property, whatever its value. */
export function mayBeNamed(store: ObjectStore, name: string, inside: Inside): boolean {
  return !store.absent.has(name) && store.names.every((literal) => inside.holds(literal, name) !== false);
}

/** What holds for a key that nothing mentions and that matches exactly the given patterns. */
export function literalsForCell({ each }: ObjectStore, cell: ReadonlySet<string>): Literal[] {
  return each.filter(({ keys }) => isCellAmong(keys, cell)).map(({ literal }) => literal);
}

export function isCellAmong({ pattern, patterns = [] }: Keys, cell: ReadonlySet<string>): boolean {
  return pattern === undefined ? !patterns.some((source) => cell.has(source)) : cell.has(pattern);
}
