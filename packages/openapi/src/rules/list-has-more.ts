import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listIn, PAGE_NAMES, queryParameterOf } from '../model/list-operation.ts';
import { headersIn, responsesIn } from '../model/operation-parts.ts';
import { snakeOf } from '../model/words.ts';

interface NoEnd {
  readonly label: string;
}

interface Options {
  readonly names: readonly string[];
}

export const listHasMore = defineRule<OperationElement, NoEnd, Options>({
  id: 'list-has-more',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  options: {
    schema: {
      type: 'object',
      properties: { names: { description: 'Names that tell whether there is more, in snake_case.', type: 'array', items: { type: 'string' } } },
    },
    defaults: {
      names: [
        'has_more',
        'has_next',
        'has_next_page',
        'next',
        'next_cursor',
        'next_page',
        'next_page_token',
        'next_token',
        'next_link',
        'links',
        'pagination',
        'paging',
        'page_info',
        'meta',
        'total',
        'total_count',
        'cursor',
        'page',
      ],
    },
  },
  message: ({ label }) => `The answer of \`${label}\` does not say whether there is a next page.`,
  check(operation, report, { names }) {
    const list = listIn(operation);
    if (!list || !queryParameterOf(operation, PAGE_NAMES.positions)) return;
    const hasLink = responsesIn(operation).some((response) => headersIn(response).some(({ name }) => /^(link|.*(next|total).*)$/i.test(name)));
    const isSaid = [...list.answer.effective().properties.keys()].some((name) => names.includes(snakeOf(name)));
    if (!hasLink && !isSaid) report({ label: operation.label }, list.answer.place);
  },
});
