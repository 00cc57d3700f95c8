import { child, defineRule, stringOf } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface UnknownSearch {
  readonly label: string;
}

export const searchDocumented = defineRule<ParameterElement, UnknownSearch>({
  id: 'search-documented',
  on: 'parameter',
  severity: 'hint',
  preset: 'full',
  message: ({ label }) => `What matches is not said: ${label} has no description of how it is searched.`,
  check({ node, name, in: place, label }, report) {
    const text = stringOf(child(node, 'description')) ?? '';
    const isSaid = /prefix|substring|contain|full.?text|exact|start|match|case|fuzzy|wildcard|syntax|operator|keyword/i.test(text);
    if (place === 'query' && /^(q|query|search|search_term|keyword)$/i.test(name) && !isSaid) report({ label });
  },
});
