import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { wordsOf } from '../model/words.ts';

interface Flag {
  readonly label: string;
  readonly parameter: string;
}

interface Options {
  readonly verbs: readonly string[];
}

export const commandQuerySeparation = defineRule<OperationElement, Flag, Options>({
  id: 'command-query-separation',
  on: 'operation',
  severity: 'hint',
  preset: 'full',
  options: {
    schema: { type: 'object', properties: { verbs: { description: 'First words of names of such parameters.', type: 'array', items: { type: 'string' } } } },
    defaults: { verbs: ['save', 'delete', 'update', 'create', 'persist', 'commit', 'force'] },
  },
  message: ({ label, parameter }) => `\`${label}\` reads, and changes something with ${parameter}.`,
  check(operation, report, { verbs }) {
    if (operation.of !== 'paths' || operation.method !== 'GET') return;
    for (const { name, in: place, label, schema, place: at } of operation.parameters()) {
      const isFlag = place === 'query' && verbs.includes(wordsOf(name)[0] ?? '') && schema()?.effective().types?.has('boolean') === true;
      if (isFlag) report({ label: operation.label, parameter: label }, at);
    }
  },
});
