import { child, defineRule, entriesOf, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { isMoney, MONEY, MONEY_OPTIONS, type MoneyNames } from '../model/money.ts';
import { propertyNameOf } from '../model/property-name.ts';
import { wordsOf } from '../model/words.ts';

interface NoCurrency {
  readonly name: string;
}

export const moneyHasCurrency = defineRule<SchemaElement, NoCurrency, MoneyNames>({
  id: 'money-has-currency',
  on: 'schema',
  severity: 'warn',
  preset: 'strict',
  options: { schema: MONEY_OPTIONS, defaults: MONEY },
  message: ({ name }) => `\`${name}\` is an amount of nobody knows which currency.`,
  check({ node }, report, names) {
    const name = propertyNameOf(node);
    const type = stringOf(child(node, 'type'));
    if (name === undefined || !isMoney(name, names) || !['string', 'number', 'integer'].includes(type ?? '')) return;
    const siblings = entriesOf(node.parent).map((entry) => entry.name);
    // The name itself may say it: `price_eur`; `tax` may be one of a total that has a currency around it.
    if (!siblings.some((sibling) => wordsOf(sibling).includes('currency'))) report({ name });
  },
});
