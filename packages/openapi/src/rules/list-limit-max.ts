import { child, defineRule, insertEntry, repair } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listIn, PAGE_NAMES, PAGE_OPTIONS, type ParameterNames, queryParameterOf } from '../model/list-operation.ts';

interface NoMaximum {
  readonly label: string;
  readonly missing: readonly ('maximum' | 'minimum')[];
}

export const listLimitMax = defineRule<OperationElement, NoMaximum, ParameterNames>({
  id: 'list-limit-max',
  on: 'operation',
  severity: 'warn',
  options: { schema: PAGE_OPTIONS, defaults: PAGE_NAMES },
  message: ({ label, missing }) => `A caller may ask for any number of entries: ${label} has no ${missing.map((name) => `\`${name}\``).join(' and no ')}.`,
  check(operation, report, { sizes }) {
    const size = queryParameterOf(operation, sizes);
    const effective = size?.schema()?.effective();
    if (!size || !effective?.types?.has('integer') || effective.values || !listIn(operation)) return;
    const has = (name: 'maximum' | 'minimum') =>
      effective.bounds.has(name) || effective.bounds.has(name === 'maximum' ? 'exclusiveMaximum' : 'exclusiveMinimum');
    const missing = (['maximum', 'minimum'] as const).filter((name) => !has(name));
    if (missing.length > 0) report({ label: size.label, missing }, size.place);
  },
  fixes(operation, { missing }, { sizes }) {
    const schema = queryParameterOf(operation, sizes)?.schema()?.node;
    // Who asked for more is refused then.
    const edits = missing.map((name) => insertEntry(schema, name, name === 'maximum' ? 100 : 1));
    return child(schema, 'type') ? repair(`Add \`${missing.join('` and `')}\``, false, ...edits) : [];
  },
});
