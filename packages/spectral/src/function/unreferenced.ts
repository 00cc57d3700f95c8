import { child, follow, type Node, ofSnapshot, stringOf } from '@breakwater/core';
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

/** What references lead to directly. */
const targetsOf = ofSnapshot((snapshot): ReadonlySet<Node> => {
  const references = [...snapshot.files.values()].flatMap((file) => file.references);
  return new Set(references.map((reference) => follow(snapshot, reference)).flatMap((target) => ('node' in target ? [target.node] : [])));
});
