import type { Span } from '../text/source-file.ts';
import type { Entry, MapNode, Node } from './node.ts';
import { placedOf } from './placed.ts';

/** A `<<` of a map: before which of the map's own entries it stands, and what it merges. */
export interface Merge {
  readonly at: number;
  readonly key: Span;
  readonly value: Node;
}

export interface Merged {
  readonly entries: Entry[];
  /** Entries that had to be looked at: merging may cost more than it yields. */
  readonly work: number;
  /** Values that cannot be merged. */
  readonly refused: readonly Span[];
  /** The merge at which the budget was used up. */
  readonly cutAt: Span | undefined;
}

/**
 * The entries of a map after its merge keys (yaml.org/type/merge.html): the map's own keys win, then the earlier source.
 * Merged entries stand where the `<<` stands, and stay the entries of the map they come from.
 */
export function mergedEntries(map: MapNode, merges: readonly Merge[], budget: number): Merged {
  const own = map.entries;
  const names = new Set(own.map(({ name }) => name));
  const entries: Entry[] = [];
  const refused: Span[] = [];
  let work = own.length;
  let from = 0;
  for (const { at, key, value } of merges) {
    for (; from < at; from++) if (own[from]) entries.push(own[from] as Entry);
    for (const source of sourcesOf(value)) {
      if (source.kind !== 'map') {
        refused.push(key);
        continue;
      }
      work += source.entries.length + 1;
      if (work > budget) return { entries: [...entries, ...own.slice(from)], work, refused, cutAt: key };
      for (const entry of source.entries) {
        if (names.has(entry.name)) continue;
        names.add(entry.name);
        entries.push(adopted(entry, source, map));
      }
    }
  }
  return { entries: [...entries, ...own.slice(from)], work, refused, cutAt: undefined };
}

function sourcesOf(value: Node): readonly Node[] {
  return value.kind === 'seq' ? value.items : [value];
}

/** A map that is written behind `<<` itself is no place of its own: its entries belong to the map that merges it. */
function adopted(entry: Entry, source: MapNode, map: MapNode): Entry {
  const holder = source.parent?.kind === 'seq' ? source.parent : source;
  const isBehindMerge = holder.parent === map && holder.entry === undefined;
  // The builder still owns the tree here; `parent` is settled before anybody else sees it.
  if (isBehindMerge && entry.value.parent === source) placedOf(entry.value).parent = map;
  return entry;
}
