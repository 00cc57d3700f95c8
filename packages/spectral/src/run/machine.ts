import type { Path, Step } from '../path/path.ts';

/** How far each of many paths has come at one place of a tree: all of them are followed in one walk. */
export interface Places {
  readonly id: number;
  /** Steps whose answer depends on the name alone, by name; `other` for all other names. */
  readonly named: ReadonlyMap<string, Reached>;
  readonly other: Reached;
  /** Places whose next step has to look at the child. */
  readonly asking: readonly Place[];
}

/** Where a child is: paths that go on, and paths that end there. */
export interface Reached {
  readonly places: readonly Place[];
  readonly ends: readonly number[];
}

/** One path that has taken all steps before this one. */
export interface Place {
  readonly path: number;
  readonly at: number;
  readonly step: Step;
  readonly isLast: boolean;
}

/** The paths as one automaton; sets of places are made when they are first reached. */
export class Machine {
  private readonly paths: readonly Path[];
  private readonly known = new Map<string, Places>();
  readonly start: Places;

  constructor(paths: readonly Path[]) {
    this.paths = paths;
    this.start = this.placesOf(paths.flatMap((_, path) => this.placeAt(path, 0)));
  }

  placeAt(path: number, at: number): readonly Place[] {
    const steps = this.paths[path]?.steps ?? [];
    const step = steps[at];
    return step ? [{ path, at, step, isLast: at === steps.length - 1 }] : [];
  }

  placesOf(places: readonly Place[]): Places {
    const unique = new Map(places.map((place) => [`${place.path}.${place.at}`, place]));
    const key = [...unique.keys()].sort().join(' ');
    let known = this.known.get(key);
    if (!known) this.known.set(key, (known = this.make(this.known.size, [...unique.values()])));
    return known;
  }

  private make(id: number, places: readonly Place[]): Places {
    const names = new Set(places.flatMap(({ step: { test } }) => (test.kind === 'names' ? [...test.names] : [])));
    return {
      id,
      named: new Map([...names].map((name) => [name, this.reach(places, name)])),
      other: this.reach(places, undefined),
      asking: places.filter(({ step: { test } }) => test.kind === 'filter' || test.kind === 'slice'),
    };
  }

  private reach(places: readonly Place[], name: string | undefined): Reached {
    const on: Place[] = [];
    const ends: number[] = [];
    for (const place of places) {
      const { test, deep } = place.step;
      if (deep) on.push(place);
      if (test.kind === 'any' || (test.kind === 'names' && name !== undefined && test.names.has(name))) this.pass(place, on, ends);
    }
    return { places: on, ends };
  }

  /** A place whose step leads to the child. */
  pass(place: Place, on: Place[], ends: number[]): void {
    if (place.isLast) ends.push(place.path);
    else on.push(...this.placeAt(place.path, place.at + 1));
  }
}
