import { child, type MapNode, stringOf } from '@breakwater/core';
import type { Fields, ObjectGrammar } from './grammar.ts';

/** The fields that an object may have, given what it says of itself. */
export interface Chosen {
  /** Those of its variant before those of all. */
  readonly fields: readonly Fields[];
  /** Fields that only other variants have, with what they depend on. */
  readonly others: ReadonlyMap<string, { readonly by: string; readonly values: readonly string[] }>;
}

const ofAll = new WeakMap<Fields, Chosen>();

export function chosenOf(object: ObjectGrammar, node: MapNode): Chosen {
  const { fields, variants } = object;
  if (variants.length > 0) return chosenAmong(object, node);
  const known = ofAll.get(fields) ?? { fields: [fields], others: new Map() };
  ofAll.set(fields, known);
  return known;
}

function chosenAmong({ fields, variants }: ObjectGrammar, node: MapNode): Chosen {
  const chosen: Fields[] = [];
  const others = new Map<string, { readonly by: string; readonly values: readonly string[] }>();
  for (const { by, of } of variants) {
    const text = stringOf(child(node, by)) ?? '';
    const own = of.get(text) ?? of.get(text.toLowerCase());
    if (own) chosen.push(own);
    // Which variant is meant is not known: what any of them has may stand there.
    else if (!isSettled([fields, ...chosen], by, text)) chosen.push(...[...of.values()].map(optional));
    for (const [value, more] of of)
      if (more !== own) for (const name of more.keys()) others.set(name, { by, values: [...(others.get(name)?.values ?? []), value] });
  }
  return { fields: [...chosen, fields], others };
}

/** Whether the field that decides has a value that the specification knows, or may be absent. */
function isSettled(known: readonly Fields[], by: string, text: string): boolean {
  const field = known.find((fields) => fields.has(by))?.get(by);
  if (field?.value.is === 'choice') return field.value.of.includes(text) || (text === '' && !field.required);
  return text !== '' || !field?.required;
}

function optional(fields: Fields): Fields {
  return new Map([...fields].map(([name]) => [name, { value: { is: 'any' }, required: false }]));
}
