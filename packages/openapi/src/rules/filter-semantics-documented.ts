import { child, defineRule, stringOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listIn, PAGE_NAMES } from '../model/list-operation.ts';
import { snakeOf } from '../model/words.ts';

interface UnsaidFilters {
  readonly label: string;
  readonly missing: readonly string[];
}

const POINTS: Readonly<Record<string, RegExp>> = {
  operators: /operator|equal|exact|greater|less|range|prefix|contain/i,
  'upper and lower case': /case/i,
  'missing values': /null|missing|empty|absent/i,
  permissions: /permission|visible|authori[sz]|access/i,
  limits: /limit|maximum|at most|complexity/i,
};

export const filterSemanticsDocumented = defineRule<OperationElement, UnsaidFilters>({
  id: 'filter-semantics-documented',
  on: 'operation',
  severity: 'info',
  preset: 'full',
  message: ({ label, missing }) => `Of the filters of \`${label}\` it is not said: ${missing.join(', ')}.`,
  check(operation, report) {
    if (!listIn(operation) || child(operation.node, 'x-filtering')) return;
    const filters = operation
      .parameters()
      .filter(({ in: place, name }) => place === 'query' && ![...PAGE_NAMES.sizes, ...PAGE_NAMES.positions].includes(snakeOf(name)));
    const text = [operation, ...filters].map(({ node }) => stringOf(child(node, 'description')) ?? '').join(' ');
    const missing = Object.entries(POINTS).flatMap(([point, words]) => (words.test(text) ? [] : [point]));
    if (filters.length > 0 && missing.length > 0) report({ label: operation.label, missing });
  },
});
