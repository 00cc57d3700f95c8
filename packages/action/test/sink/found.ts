import type { Finding } from '@breakwater/core';

let count = 0;

/** A finding on one line of a file; each is another one. */
export function found(more: Partial<Finding> = {}, line = 0): Finding {
  const at = { uri: 'a.yaml', start: { line, character: 0 }, end: { line, character: 3 }, pointer: '' };
  const rest = { kind: 'rule', ruleId: 'some-rule', severity: 'error', message: `Number ${++count}`, data: {}, at, related: [], fingerprint: `f${count}` };
  return { ...rest, ...more } as Finding;
}

export function change(verdict: 'breaking' | 'dangerous' | 'compatible', more: Partial<Finding> = {}): Finding {
  const severity = { breaking: 'error', dangerous: 'warn', compatible: 'info' } as const;
  return found({ kind: 'change', severity: severity[verdict], verdict, impact: { backward: verdict, forward: 'compatible' }, ...more } as Partial<Finding>);
}
