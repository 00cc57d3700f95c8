import type { SchemaElement } from '@breakwater/json-schema';

/** Whether what a parameter may hold is listed or described by a pattern, for itself or for each of its items. */
export function isLimited(schema: SchemaElement | undefined): boolean {
  if (!schema) return true;
  const own = schema.effective();
  const item = schema
    .parts()
    .find(({ id }) => id === 'items')
    ?.effective();
  const isSome = ({ values, all, types, union }: typeof own) =>
    values !== undefined || all('pattern').length > 0 || types?.has('boolean') === true || union !== undefined;
  return isSome(own) || (item !== undefined && isSome(item));
}
