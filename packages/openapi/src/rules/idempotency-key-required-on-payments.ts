import { child, defineRule, insertEntry, repair, replaceValue } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { OperationElement } from '../model/element.ts';
import { isMoney, MONEY, MONEY_OPTIONS, type MoneyNames } from '../model/money.ts';
import { bodyIn, jsonSchemaIn, parameterOf } from '../model/operation-parts.ts';

interface OptionalKey {
  readonly label: string;
}

const KEYS = ['Idempotency-Key', 'X-Idempotency-Key'];

export const idempotencyKeyRequiredOnPayments = defineRule<OperationElement, OptionalKey, MoneyNames>({
  id: 'idempotency-key-required-on-payments',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  options: { schema: MONEY_OPTIONS, defaults: MONEY },
  message: ({ label }) => `\`${label}\` moves money, and may be sent without an \`Idempotency-Key\`.`,
  check(operation, report, names) {
    const key = operation.method === 'POST' ? parameterOf(operation, 'header', KEYS) : undefined;
    const schema = key && !key.required ? jsonSchemaIn(bodyIn(operation)) : undefined;
    if (key && schema && holdsMoney(schema, names)) report({ label: operation.label }, key.place);
  },
  fixes(operation) {
    const node = parameterOf(operation, 'header', KEYS)?.node;
    // Who has not sent one so far is refused then.
    return repair('Require it', false, child(node, 'required') ? replaceValue(node, 'required', 'true') : insertEntry(node, 'required', true));
  },
});

function holdsMoney(schema: SchemaElement, names: MoneyNames): boolean {
  return [...schema.effective().properties.keys()].some((name) => isMoney(name, names));
}
