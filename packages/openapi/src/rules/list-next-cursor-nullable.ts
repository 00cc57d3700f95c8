import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listIn } from '../model/list-operation.ts';
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
    const list = listIn(operation);
    for (const part of list?.answer.parts() ?? []) {
      const name = part.id.replace(/^property /, '');
      const isNext = /^next(_page)?(_cursor|_token|_page_token)$|^(cursor|next)$/.test(snakeOf(name));
      if (isNext && list?.answer.effective().required.has(name) && part.effective().types?.has('null') === false) report({ name }, part.place);
    }
  },
});
