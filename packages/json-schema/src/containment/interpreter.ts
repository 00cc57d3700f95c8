import type { Side } from './side.ts';

/** Whether `value` is valid for the schema; `unknown` where a keyword or a pattern is not supported. */
export function validates(_side: Side, _value: unknown): boolean | 'unknown' {
  return 'unknown';
}
