import { child, defineRule, inline, repair, replaceValue, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { isMoney, MONEY, MONEY_OPTIONS, type MoneyNames } from '../model/money.ts';

interface FloatingMoney {
  readonly name: string;
  readonly type: string;
}

export const moneyDecimalString = defineRule<SchemaElement, FloatingMoney, MoneyNames>({
  id: 'money-decimal-string',
  on: 'schema',
  severity: 'warn',
  options: { schema: MONEY_OPTIONS, defaults: MONEY },
  message: ({ name, type }) => `\`${name}\` is money as \`${type}\`, which cannot hold every amount exactly.`,
  check({ node }, report, names) {
    const type = child(node, 'type');
    const name = node.parent?.entry?.name === 'properties' ? (node.entry?.name ?? '') : '';
    if (stringOf(type) !== 'number' || !isMoney(name, names) || /^decimal/.test(stringOf(child(node, 'format')) ?? '')) return;
    report({ name, type: 'number' }, type);
  },
  // Everybody who reads a number there has to be told.
  fixes: ({ node }) => (child(node, 'format') ? [] : repair('Make it a decimal text', false, replaceValue(node, 'type', inline(node.file, 'string')))),
});
