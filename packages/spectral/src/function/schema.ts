import { booleanOf, child, type Node, stringOf, toValue } from '@breakwater/core';
import { type Dialect, draftOf, JSON_SCHEMA_07, type SchemaFault, schemaFaults, sideOf } from '@breakwater/json-schema';
import { Undecided } from '../run/undecided.ts';
import { type CheckMaker, CLEAN } from './check.ts';
import { dataOf } from './data.ts';

/** Values that a JSON Schema admits. */
export const schema: CheckMaker = {
  options: {
    type: 'object',
    required: ['schema'],
    additionalProperties: false,
    properties: {
      schema: { type: 'object' },
      dialect: { enum: ['auto', 'draft4', 'draft6', 'draft7', 'draft2019-09', 'draft2020-12'] },
      allErrors: { type: 'boolean' },
    },
  },
  make(options) {
    const given = child(options, 'schema');
    const side = sideOf(given && toValue(given), { dialect: dialectOf(stringOf(child(options, 'dialect')), given), formats: 'assertion' });
    const most = booleanOf(child(options, 'allErrors')) === true ? MANY : 1;
    return (value, { seen }) => {
      if (value === undefined) return [{ message: 'must be there' }];
      const faults = schemaFaults(side, dataOf(value, seen), most);
      if (!faults) throw new Undecided('whether a value fits its schema cannot be told');
      return faults.length === 0 ? CLEAN : faults.map(toComplaint);
    };
  },
};

const MANY = 100;

function toComplaint({ path, what }: SchemaFault) {
  return { message: what, path };
}

function dialectOf(name: string | undefined, given: Node | undefined): Dialect {
  const metaschema = stringOf(child(given, '$schema'));
  if (name !== undefined && name !== 'auto') return draftOf(`/${name.replace(/^draft-?(?=20)/, '').replace(/^draft(?=\d$)/, 'draft-0')}/`);
  return metaschema === undefined ? JSON_SCHEMA_07 : draftOf(metaschema);
}
