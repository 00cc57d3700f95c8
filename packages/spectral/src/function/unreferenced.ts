import { child, follow, type Node, type Snapshot, stateOf, stringOf } from '@breakwater/core';
import { type Check, type CheckMaker, CLEAN, mapOf } from './check.ts';

/** Parts of a map of reusable things that no reference leads to. */
export const unreferencedReusableObject: CheckMaker = {
  options: {
    type: 'object',
    required: ['reusableObjectsLocation'],
    additionalProperties: false,
    properties: { reusableObjectsLocation: { type: 'string', pattern: '^#', title: 'a reference such as #/components/schemas' } },
  },
  make: (options) => unreferencedIn(stringOf(child(options, 'reusableObjectsLocation')) ?? '#'),
};

/** The map is what the path has found; `location` is how the message names it. */
export function unreferencedIn(location: string): Check {
  return (value, { contract: { snapshot } }) => {
    const map = mapOf(value);
    if (!map) return CLEAN;
    const used = targetsOf(snapshot);
    return map.entries
      .filter((entry) => !used.has(entry.value))
      .map(({ name }) => ({ message: `is not used: nothing refers to \`${location}/${name}\``, path: [name] }));
  };
}

const targets = new WeakMap<object, ReadonlySet<Node>>();

/** What references lead to directly. */
function targetsOf(snapshot: Snapshot): ReadonlySet<Node> {
  let known = targets.get(stateOf(snapshot));
  if (!known) {
    const found = new Set<Node>();
    for (const { references } of snapshot.files.values())
      for (const reference of references) {
        const target = follow(snapshot, reference);
        if ('node' in target) found.add(target.node);
      }
    targets.set(stateOf(snapshot), (known = found));
  }
  return known;
}
