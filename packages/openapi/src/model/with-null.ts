import { child, type Edit, inline, insertItem, type Node, replaceValue, sourceOf, stringOf } from '@breakwater/core';

/** Lets a schema take `null` beside its own type, where `null` is a type. */
export function withNull(schema: Node): Edit | undefined {
  const type = child(schema, 'type');
  if (type?.kind === 'seq') return insertItem(type, 'null');
  return type && stringOf(type) !== undefined ? replaceValue(schema, 'type', `[${sourceOf(type)}, ${inline(type.file, 'null')}]`) : undefined;
}
