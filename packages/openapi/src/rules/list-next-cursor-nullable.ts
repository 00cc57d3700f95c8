import { defineRule, insertEntry, repair } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { OperationElement } from '../model/element.ts';
import { listIn } from '../model/list-operation.ts';
import { withNull } from '../model/with-null.ts';
import { snakeOf } from '../model/words.ts';

interface AlwaysThere {
  readonly name: string;
}

export const listNextCursorNullable = defineRule<OperationElement, AlwaysThere>({
  id: 'list-next-cursor-nullable',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  message: ({ name }) => `\`${name}\` is always there, also on the last page: it is required, and not \`null\`.`,
  check(operation, report) {
    for (const part of cursorsIn(operation)) report({ name: nameOf(part) }, part.place);
  },
  fixes(operation, { name }) {
    const { node, nodes, dialect, effective } = cursorsIn(operation).find((part) => nameOf(part) === name) ?? {};
    // A shared schema is also that of others, and a list of values would have to hold `null`.
    if (!node || !dialect || node !== nodes?.[0] || effective?.().values) return [];
    return repair('Allow `null`', false, dialect.nullable === undefined ? withNull(node) : insertEntry(node, dialect.nullable, true));
  },
});

function cursorsIn(operation: OperationElement): readonly SchemaElement[] {
  const answer = listIn(operation)?.answer;
  const isNext = (name: string) => /^next(_page)?(_cursor|_token|_page_token)$|^(cursor|next)$/.test(snakeOf(name));
  const isAlwaysThere = (part: SchemaElement) => answer?.effective().required.has(nameOf(part)) && part.effective().types?.has('null') === false;
  return answer?.parts().filter((part) => isNext(nameOf(part)) && isAlwaysThere(part)) ?? [];
}

function nameOf({ id }: SchemaElement): string {
  return id.replace(/^property /, '');
}
