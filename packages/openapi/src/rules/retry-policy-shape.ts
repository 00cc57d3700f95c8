import { child, defineRule, entriesOf, insertEntry, itemsOf, repair, sourceOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface RetryPolicy {
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

const KEYS: Readonly<Record<string, unknown>> = { maxAttempts: 3, backoff: 'exponential', jitter: true };
const RETRYABLE = new Set(['408', '425', '429', '500', '502', '503', '504']);

export const retryPolicyShape = defineRule<OperationElement, RetryPolicy>({
  id: 'retry-policy-shape',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  message: ({ missing, wrong }) =>
    missing.length > 0
      ? `\`x-retry\` has no ${missing.map((name) => `\`${name}\``).join(' and no ')}.`
      : `\`x-retry\` is about ${wrong.join(' and ')} too, after which trying again does not help.`,
  check({ node }, report) {
    const retry = child(node, 'x-retry');
    if (retry?.kind !== 'map') return;
    const names = new Set(entriesOf(retry).map(({ name }) => name));
    const missing = Object.keys(KEYS).filter((name) => !names.has(name));
    const wrong = itemsOf(child(retry, 'statuses'))
      .map(sourceOf)
      .map((text) => text.replaceAll(/["']/g, ''))
      .filter((status) => !RETRYABLE.has(status));
    if (missing.length + wrong.length > 0) report({ missing, wrong }, retry);
  },
  fixes: ({ node }, { missing, wrong }) =>
    wrong.length > 0 ? [] : repair('Add what is missing', false, ...missing.map((name) => insertEntry(child(node, 'x-retry'), name, KEYS[name]))),
});
