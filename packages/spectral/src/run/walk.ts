import type { Node } from '@breakwater/core';
import type { Seeing } from '../path/expression.ts';
import type { Path } from '../path/path.ts';
import { type Seen, type Thing, thingOf } from '../path/thing.ts';
import { Machine, type Place, type Places, type Reached } from './machine.ts';

/** A node of the tree together with the way to it. */
export interface Frame {
  /** What stands there as it is looked at. */
  readonly node: Node;
  /** What is written there: a reference, perhaps. */
  readonly raw: Node;
  readonly key: string | number | undefined;
  readonly parent: Frame | undefined;
}

/** Told of each node that a path leads to. */
type Found = (path: number, frame: Frame) => void;

export interface Walk {
  readonly seen: Seen;
  readonly found: Found;
  readonly shouldStop?: (() => boolean) | undefined;
}

/** Ways that are followed for paths that ask by which way a node is reached; there may be more of them than nodes. */
const MAX_WAYS = 1_000_000;

/**
 * Follows many paths through a tree at once. Each node is looked at once for each set of paths that reach it, so that the work grows
 * with the text even where references form circles. `false`: there are too many ways to follow them all.
 */
export function walk(root: Node, paths: readonly Path[], how: Walk): boolean {
  const top: Frame = { node: how.seen.at(root), raw: root, key: undefined, parent: undefined };
  for (const [i, { steps, everything }] of paths.entries()) if (everything || steps.length === 0) how.found(i, top);
  const follow = (chosen: readonly number[], once: boolean) => {
    const some = chosen.flatMap((i) => paths[i] ?? []);
    return new Walker(some, (i, frame) => how.found(chosen[i] ?? 0, frame), how, top, once).run();
  };
  const byWay = paths.map(asksTheWay);
  const [usual, others] = [[...paths.keys()].filter((i) => !byWay[i]), [...paths.keys()].filter((i) => byWay[i])];
  return [follow(usual, true), follow(others, false)].every(Boolean);
}

function asksTheWay({ steps, parents }: Path): boolean {
  return parents > 1 || steps.some(({ test }) => test.kind === 'filter' && test.expression.byWay);
}

interface Visit {
  readonly frame: Frame;
  readonly places: Places;
}

class Walker {
  private readonly machine: Machine;
  private readonly visited = new Map<Node, Set<number>>();
  private readonly stack: Visit[] = [];
  private readonly found: Found;
  private readonly how: Walk;
  private readonly top: Frame;
  private readonly once: boolean;
  private readonly root: Thing;

  constructor(paths: readonly Path[], found: Found, how: Walk, top: Frame, once: boolean) {
    this.machine = new Machine(paths.map((path) => (path.everything ? { ...path, steps: [...path.steps, { deep: true, test: { kind: 'any' } }] } : path)));
    this.found = found;
    this.how = how;
    this.top = top;
    this.once = once;
    this.root = thingOf(top.node);
  }

  run(): boolean {
    let ways = 0;
    this.enter(this.top, this.machine.start);
    for (let next = this.stack.pop(); next; next = this.stack.pop()) {
      if (!this.once && ++ways > MAX_WAYS) return false;
      if (this.how.shouldStop?.()) return true;
      const { frame, places } = next;
      const { node } = frame;
      if (node.kind === 'map') for (const { name, value } of node.entries) this.visit(frame, places, name, value);
      else if (node.kind === 'seq') for (const [i, item] of node.items.entries()) this.visit(frame, places, i, item);
    }
    return true;
  }

  private visit(parent: Frame, places: Places, key: string | number, raw: Node): void {
    const frame: Frame = { node: this.how.seen.at(raw), raw, key, parent };
    const { places: on, ends } = this.reach(places, frame);
    for (const path of new Set(ends)) this.found(path, frame);
    if (on.length > 0) this.enter(frame, this.machine.placesOf(on));
  }

  private enter(frame: Frame, places: Places): void {
    const { node } = frame;
    if (node.kind === 'scalar' || (places.asking.length === 0 && places.named.size === 0 && places.other.places.length + places.other.ends.length === 0))
      return;
    if (this.once ? this.isVisited(node, places) : isInside(frame)) return;
    this.stack.push({ frame, places });
  }

  private isVisited(node: Node, { id }: Places): boolean {
    const ids = this.visited.get(node);
    if (!ids) this.visited.set(node, new Set([id]));
    else if (ids.has(id)) return true;
    else ids.add(id);
    return false;
  }

  private reach(places: Places, frame: Frame): Reached {
    const { key } = frame;
    const known = places.named.get(String(key)) ?? places.other;
    const passed = places.asking.filter((place) => this.leadsTo(place, frame));
    if (passed.length === 0) return known;
    const [on, ends] = [[...known.places], [...known.ends]];
    for (const place of passed) this.machine.pass(place, on, ends);
    return { places: on, ends };
  }

  private leadsTo({ step: { test } }: Place, frame: Frame): boolean {
    if (test.kind === 'filter') return test.expression.holds(seeingOf(frame, this.root, this.how.seen));
    const list = frame.parent?.node;
    if (test.kind !== 'slice' || typeof frame.key !== 'number' || list?.kind !== 'seq') return false;
    const { length } = list.items;
    const [from, to] = [test.from, test.to].map((index) => (index < 0 ? Math.max(0, length + index) : index));
    return frame.key >= (from ?? 0) && frame.key < (to ?? 0) && (frame.key - (from ?? 0)) % Math.max(1, test.by) === 0;
  }
}

function isInside({ node, parent }: Frame): boolean {
  for (let at = parent; at; at = at.parent) if (at.node === node) return true;
  return false;
}

function seeingOf(frame: Frame, root: Thing, seen: Seen): Seeing {
  const { node, key, parent } = frame;
  return {
    value: thingOf(node),
    property: key ?? '',
    parent: parent && thingOf(parent.node),
    parentProperty: parent?.key,
    root,
    path: () => wayOf(frame),
    seen,
  };
}

/** `$['paths']['/pets'][0]`. */
function wayOf(frame: Frame): string {
  const keys: string[] = [];
  for (let at: Frame | undefined = frame; at?.key !== undefined; at = at.parent) keys.push(typeof at.key === 'number' ? `[${at.key}]` : `['${at.key}']`);
  return `$${keys.reverse().join('')}`;
}
