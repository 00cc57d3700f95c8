import { child, defineRule, insertEntry, repair } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';
import { wordsOf } from '../model/words.ts';

interface NoFormat {
  readonly label: string;
}

export const filterDateFormat = defineRule<ParameterElement, NoFormat>({
  id: 'filter-date-format',
  on: 'parameter',
  severity: 'info',
  preset: 'strict',
  message: ({ label }) => `In which form a day or time is sent is not said: ${label} has no \`format\`.`,
  check({ name, in: place, label, schema }, report) {
    const words = wordsOf(name);
    const isDate = words.includes('date') || (words.length > 1 && ['after', 'before', 'since', 'until'].includes(words.at(-1) ?? ''));
    const effective = place === 'query' && isDate ? schema()?.effective() : undefined;
    if (effective?.types?.has('string') && !effective.values && ['format', 'pattern'].every((keyword) => effective.all(keyword).length === 0))
      report({ label });
  },
  fixes({ name, schema }) {
    const node = schema()?.node;
    const format = wordsOf(name).includes('date') ? 'date' : 'date-time';
    return child(node, 'type') ? repair(`Add \`format: ${format}\``, false, insertEntry(node, 'format', format)) : [];
  },
});
