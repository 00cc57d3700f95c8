import { child, defineRule, entriesOf, type Node, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { CURRENCIES, isMoney, MONEY, MONEY_OPTIONS, type MoneyNames } from '../model/money.ts';
import { propertyNameOf } from '../model/property-name.ts';
import { wordsOf } from '../model/words.ts';

interface NoCurrency {
  readonly name: string;
}

interface Options extends MoneyNames {
  readonly currencies: readonly string[];
}

export const moneyHasCurrency = defineRule<SchemaElement, NoCurrency, Options>({
  id: 'money-has-currency',
  on: 'schema',
  severity: 'warn',
  preset: 'strict',
  options: {
    schema: {
      ...MONEY_OPTIONS,
      properties: {
        ...MONEY_OPTIONS.properties,
        currencies: { description: 'Words by which the name of an amount says its currency.', type: 'array', items: { type: 'string' } },
      },
    },
    defaults: { ...MONEY, currencies: CURRENCIES },
  },
  message: ({ name }) => `\`${name}\` is an amount of nobody knows which currency.`,
  check({ node }, report, names) {
    const name = propertyNameOf(node);
    const type = stringOf(child(node, 'type'));
    if (name === undefined || !isMoney(name, names) || !['string', 'number', 'integer'].includes(type ?? '')) return;
    if (!wordsOf(name).some((word) => names.currencies.includes(word)) && !hasCurrencyAround(node)) report({ name });
  },
});

/** `tax` may be one of a total that has a currency beside it. */
function hasCurrencyAround(node: Node): boolean {
  for (let above = node.parent; above; above = above.parent)
    if (above.entry?.name === 'properties' && entriesOf(above).some(({ name }) => wordsOf(name).includes('currency'))) return true;
  return false;
}
