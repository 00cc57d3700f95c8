import type { Side } from './side.ts';

/** ajv's opinion on `value`; `unknown` where ajv cannot compile the schema or a pattern might run away. */
export function confirmedByAjv(_side: Side, _value: unknown): boolean | 'unknown' {
  return 'unknown';
}
