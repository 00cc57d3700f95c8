import { child, itemsOf, type Schema } from '@breakwater/core';
import { thingOf } from '../path/thing.ts';
import { type Check, type CheckMaker, CLEAN, mapOf } from './check.ts';

const OPTIONS: Schema = {
  type: 'object',
  required: ['properties'],
  additionalProperties: false,
  properties: { properties: { type: 'array', items: { type: 'string' } } },
};

/** An object with at least one of some fields. */
export const or: CheckMaker = { options: OPTIONS, make: (options) => oneOf(namesIn(options), Infinity) };

/** An object with exactly one of some fields. */
export const xor: CheckMaker = { options: OPTIONS, make: (options) => oneOf(namesIn(options), 1) };

function namesIn(options: Parameters<CheckMaker['make']>[0]): readonly string[] {
  return itemsOf(child(options, 'properties')).map((item) => String(thingOf(item)));
}

export function oneOf(names: readonly string[], most: number): Check {
  const list = names.slice(0, 5).map((name) => `\`${name}\``);
  const more = names.length > 5 ? ` or ${names.length - 5} others` : '';
  return (value) => {
    const map = mapOf(value);
    if (!map || names.length < 2) return CLEAN;
    const found = map.entries.filter(({ name }) => names.includes(name)).length;
    if (found === 0) return [{ message: `must have one of ${list.join(', ')}${more}` }];
    return found > most ? [{ message: `must have only one of ${list.join(', ')}${more}` }] : CLEAN;
  };
}
