import { child, itemsOf } from '@breakwater/core';
import { thingOf } from '../path/thing.ts';
import { type CheckMaker, CLEAN, shown } from './check.ts';

/** One of some plain values. */
export const enumeration: CheckMaker = {
  options: { type: 'object', required: ['values'], additionalProperties: false, properties: { values: { type: 'array' } } },
  make(options) {
    const values = itemsOf(child(options, 'values')).map(thingOf);
    const complaints = [{ message: `must be one of ${values.map(shown).join(', ')}` }];
    return (value) => (value === undefined || (typeof value === 'object' && value !== null) || values.includes(value) ? CLEAN : complaints);
  },
};
