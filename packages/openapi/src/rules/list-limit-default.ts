import { child, defineRule, insertEntry, numberOf, repair } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listIn, PAGE_NAMES, PAGE_OPTIONS, type ParameterNames, queryParameterOf } from '../model/list-operation.ts';

interface NoDefault {
  readonly label: string;
  readonly fault: 'required' | 'no default' | 'too large';
}

const WORDS: Readonly<Record<NoDefault['fault'], string>> = {
  required: 'has to be sent',
  'no default': 'has no `default`',
  'too large': 'has a `default` above its `maximum`',
};

export const listLimitDefault = defineRule<OperationElement, NoDefault, ParameterNames>({
  id: 'list-limit-default',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  options: { schema: PAGE_OPTIONS, defaults: PAGE_NAMES },
  message: ({ label, fault }) => `The size of a page is not known without asking for one: ${label} ${WORDS[fault]}.`,
  check(operation, report, { sizes }) {
    const size = queryParameterOf(operation, sizes);
    const effective = size?.schema()?.effective();
    if (!size || !effective || !listIn(operation)) return;
    const preset = effective.all('default').map(numberOf)[0];
    const most = effective.bounds.get('maximum')?.value;
    const tell = (fault: NoDefault['fault']) => report({ label: size.label, fault }, size.place);
    if (size.required) tell('required');
    else if (effective.all('default').length === 0) tell('no default');
    else if (preset !== undefined && most !== undefined && preset > most) tell('too large');
  },
  fixes(operation, { fault }, { sizes }) {
    const schema = queryParameterOf(operation, sizes)?.schema()?.node;
    const most = numberOf(child(schema, 'maximum')) ?? 20;
    return fault === 'no default' && child(schema, 'type') ? repair('Add a `default`', false, insertEntry(schema, 'default', Math.min(20, most))) : [];
  },
});
