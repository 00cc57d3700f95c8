import { child, defineRule, nearest, stringOf } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';

interface UnknownStatus {
  readonly status: string;
  readonly meant: string | null;
}

const KNOWN: readonly string[] = ['draft', 'alpha', 'beta', 'active', 'stable', 'deprecated', 'retired'];

export const contractStatusKnown = defineRule<ApiElement, UnknownStatus>({
  id: 'contract-status-known',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ status, meant }) => `\`${status}\` is no status of a contract${meant === null ? '' : `; did you mean \`${meant}\`?`}`.replace(/([^?])$/, '$1.'),
  check({ node }, report) {
    for (const at of [node, child(node, 'info')].flatMap((holder) => ['x-status', 'x-lifecycle', 'x-stability-level'].map((name) => child(holder, name)))) {
      const status = stringOf(at);
      if (at && status !== undefined && !KNOWN.includes(status.toLowerCase())) report({ status, meant: nearest(status.toLowerCase(), KNOWN) ?? null }, at);
    }
  },
});
