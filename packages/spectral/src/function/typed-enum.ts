import { booleanOf, child, itemsOf, type Node, stringOf } from '@breakwater/core';
import { thingOf } from '../path/thing.ts';
import { type CheckMaker, CLEAN, mapOf, shown } from './check.ts';

/** Values of an `enum` that are of the `type` beside it. */
export const typedEnum: CheckMaker = {
  make:
    () =>
    (value, { formats }) => {
      const schema = mapOf(value);
      const values = child(schema, 'enum');
      const type = child(schema, 'type');
      if (values?.kind !== 'seq' || !type || type.kind === 'map') return CLEAN;
      const types = new Set(type.kind === 'seq' ? itemsOf(type).map(stringOf) : [stringOf(type)]);
      if (types.has(undefined)) return CLEAN;
      const nullable = formats.has('oas2') ? 'x-nullable' : formats.has('oas3.0') ? 'nullable' : undefined;
      if (nullable !== undefined && booleanOf(child(schema, nullable)) === true) types.add('null');
      const names = [...types].join(' or ');
      return values.items.flatMap((item, i) =>
        typesOf(item).some((one) => types.has(one)) ? [] : [{ message: `${shown(thingOf(item))} must be of the type ${names}`, path: ['enum', i] }],
      );
    },
};

function typesOf(node: Node): readonly string[] {
  if (node.kind !== 'scalar') return [node.kind === 'seq' ? 'array' : 'object'];
  const { value } = node;
  if (value === null) return ['null'];
  return typeof value === 'number' && Number.isInteger(value) ? ['integer', 'number'] : [typeof value];
}
