import { child, defineRule, insertEntry, repair, stringOf } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface UnlimitedKey {
  readonly label: string;
}

const MOST = 255;

export const idempotencyKeyFormat = defineRule<ParameterElement, UnlimitedKey>({
  id: 'idempotency-key-format',
  on: 'parameter',
  severity: 'info',
  preset: 'strict',
  message: ({ label }) => `Any text may be the key: ${label} has neither \`format: uuid\` nor a \`maxLength\` of at most ${MOST}.`,
  check({ name, in: place, label, schema }, report) {
    const effective = place === 'header' && /^(x-)?idempotency-key$/i.test(name) ? schema()?.effective() : undefined;
    if (!effective) return;
    const isShort = (effective.bounds.get('maxLength')?.value ?? Number.POSITIVE_INFINITY) <= MOST;
    if (!isShort && stringOf(effective.all('format')[0]) !== 'uuid' && effective.all('pattern').length === 0) report({ label });
  },
  fixes({ schema }) {
    const node = schema()?.node;
    return child(node, 'type') ? repair('Limit its length', false, insertEntry(node, 'maxLength', MOST)) : [];
  },
});
