import { child, defineRule, stringOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { isLimited } from '../model/limited.ts';
import { listIn, PAGE_NAMES } from '../model/list-operation.ts';
import { snakeOf } from '../model/words.ts';

interface LooseFilter {
  readonly label: string;
  readonly missing: string;
}

const OTHERS = new Set([...PAGE_NAMES.sizes, ...PAGE_NAMES.positions, 'q', 'query', 'search']);

export const filterParamsTyped = defineRule<OperationElement, LooseFilter>({
  id: 'filter-params-typed',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  message: ({ label, missing }) => `A filter says too little: ${label} has no ${missing}.`,
  check(operation, report) {
    if (!listIn(operation)) return;
    for (const { in: place, name, label, node, schema, place: at } of operation.parameters()) {
      const effective = place === 'query' && !OTHERS.has(snakeOf(name)) ? schema()?.effective() : undefined;
      if (!effective) continue;
      const isTyped = isLimited(schema()) || !effective.types?.has('string') || ['format', 'maxLength'].some((keyword) => effective.all(keyword).length > 0);
      const missing = [...(isTyped ? [] : ['`enum`, `format`, `pattern` or `maxLength`']), ...(stringOf(child(node, 'description')) ? [] : ['description'])];
      if (missing.length > 0) report({ label, missing: missing.join(' and no ') }, at);
    }
  },
});
