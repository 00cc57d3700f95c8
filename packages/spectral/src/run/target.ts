import { entriesOf, entryOf, type Node } from '@breakwater/core';
import { parsePath } from '../path/parse-path.ts';
import { childOf, type Seen, type Thing, thingOf } from '../path/thing.ts';
import type { Frame } from './walk.ts';
import { walk } from './walk.ts';

/** A value that a function looks at, and where it is. */
export interface Target {
  readonly value: Thing;
  /** The nearest node that is there. */
  readonly node: Node;
  /** What is not there below it. */
  readonly missing: readonly string[];
}

/** The parts of what a path has found that are looked at. */
export function targetsOf(whole: Target, field: string | undefined, seen: Seen): readonly Target[] {
  if (field === undefined || whole.missing.length > 0 || typeof whole.value !== 'object' || whole.value === null) return [whole];
  if (field === '@key') return entriesOf(seen.at(whole.node)).map(({ name, value }) => ({ value: name, node: value, missing: [] }));
  if (field.startsWith('$')) return byPath(whole, field, seen);
  if (entryOf(seen.at(whole.node), field)) return [below(whole, [field], seen)];
  return [below(whole, segmentsOf(field), seen)];
}

/** `a.b[0]['c']`. */
function segmentsOf(field: string): readonly string[] {
  return [...field.matchAll(/\[\s*(?:'([^']*)'|"([^"]*)"|([^\]]*))\s*\]|([^.[\]]+)/g)].map(([, a, b, c, d]) => a ?? b ?? c ?? d ?? '');
}

function byPath(whole: Target, field: string, seen: Seen): readonly Target[] {
  const path = parsePath(field);
  if ('refusal' in path) return [{ ...whole, value: undefined }];
  const found: Target[] = [];
  walk(whole.node, [path], { seen, found: (_, frame) => found.push(targetOf(frame, path.keyed)) });
  return found.length > 0 ? found : [{ ...whole, value: undefined }];
}

/** A key stands where it is written; a value, where it is written too, which may be behind a reference: not if something stands beside that. */
export function targetOf({ node, raw, key }: Frame, keyed: boolean): Target {
  if (keyed) return { value: key, node: raw, missing: [] };
  const hasSiblings = raw !== node && raw.kind === 'map' && raw.entries.length > 1;
  return { value: thingOf(node), node: hasSiblings ? raw : node, missing: [] };
}

/** The part of a target at the end of a way, or the nearest to it that is there. */
export function below(target: Target, way: readonly (string | number)[], seen: Seen): Target {
  if (way.length === 0) return target;
  let node = seen.at(target.node);
  for (const [i, name] of way.entries()) {
    const next = target.missing.length === 0 ? childOf(node, String(name), seen) : undefined;
    if (!next) return { value: undefined, node: i === 0 ? target.node : node, missing: [...target.missing, ...way.slice(i).map(String)] };
    node = next;
  }
  return { value: thingOf(node), node, missing: [] };
}
