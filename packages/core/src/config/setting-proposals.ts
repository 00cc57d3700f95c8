import type { Cursor } from '../edit/cursor.ts';
import type { Proposal, Skeleton } from '../engine/proposal.ts';
import type { ScalarValue } from '../tree/node.ts';
import type { Schema } from './schema.ts';
import { type SchemaOption, schemaOptions } from './schema-options.ts';

/** What may be written at a place of a file that a schema of ours describes. */
export function settingProposals(root: Schema, { path, role, siblings }: Pick<Cursor, 'path' | 'role' | 'siblings'>): readonly Proposal[] {
  const options = schemaOptions(root, path);
  if (role === 'key' && siblings.size === 0 && options.some(({ schema }) => schema.type === 'array'))
    return settingProposals(root, { path: [...path, 0], role: 'item', siblings }).map((proposal) => ({ ...proposal, begins: 'list' }));
  const keys = role === 'value' ? [] : options.flatMap(({ schema }) => keysOf(root, path, schema, siblings));
  return role === 'key' ? keys : [...keys, ...options.flatMap(valuesOf)];
}

function keysOf(root: Schema, path: Cursor['path'], { properties = {}, required = [] }: Schema, siblings: Cursor['siblings']): readonly Proposal[] {
  return Object.keys(properties)
    .filter((name) => !siblings.has(name))
    .map((value) => {
      const options = schemaOptions(root, [...path, value]);
      const isWanted = required.includes(value);
      const detail = isWanted ? 'required' : undefined;
      return {
        as: 'key',
        sort: 'field',
        value,
        detail,
        note: options[0]?.description,
        rank: isWanted ? 0 : 1,
        body: skeletonOf(root, [...path, value], options),
      };
    });
}

/** A value on the line is offered before a structure below. */
function skeletonOf(root: Schema, path: Cursor['path'], options: readonly SchemaOption[]): Skeleton {
  const choices = options.flatMap((option) => valuesOf(option).map(({ value }) => value));
  if (choices.length > 0) return { hole: 'any', choices };
  const [first] = options.map(({ schema }) => schema);
  if (first?.type === 'array') return itemsSkeleton(root, path);
  if (first?.type !== 'object') return { hole: first?.type === 'string' ? 'text' : 'any' };
  const { required = [] } = first;
  return required.length === 0
    ? { open: 'map' }
    : { map: required.map((name) => [name, skeletonOf(root, [...path, name], schemaOptions(root, [...path, name]))]) };
}

function itemsSkeleton(root: Schema, path: Cursor['path']): Skeleton {
  const item = skeletonOf(root, [...path, 0], schemaOptions(root, [...path, 0]));
  return 'map' in item ? { list: [item] } : { open: 'list' };
}

function valuesOf({ schema }: SchemaOption): readonly Proposal[] {
  const values: readonly ScalarValue[] = schema.enum ?? (schema.type === 'boolean' ? [true, false] : []);
  return values.map((value, rank) => ({ as: 'value', sort: 'choice', value, rank }));
}
