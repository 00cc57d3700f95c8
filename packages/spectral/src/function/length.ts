import { child, numberOf } from '@breakwater/core';
import type { Thing } from '../path/thing.ts';
import { type CheckMaker, CLEAN, listOf, mapOf } from './check.ts';

/** How long a text or a list is, how many fields an object has, how large a number is. */
export const length: CheckMaker = {
  options: { type: 'object', minProperties: 1, additionalProperties: false, properties: { min: { type: 'number' }, max: { type: 'number' } } },
  make(options) {
    const [min = -Infinity, max = Infinity] = [numberOf(child(options, 'min')), numberOf(child(options, 'max'))];
    return (value) => {
      const size = sizeOf(value);
      if (size === undefined || (size >= min && size <= max)) return CLEAN;
      return [{ message: size < min ? `must not be shorter than ${min}` : `must not be longer than ${max}` }];
    };
  },
};

function sizeOf(value: Thing): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? value.length : (listOf(value)?.items.length ?? mapOf(value)?.entries.length);
}
