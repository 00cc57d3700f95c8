import type { Snapshot } from '@breakwater/core';
import { documentOf } from './document.ts';

const KINDS: ReadonlySet<string> = new Set(['operation', 'parameter', 'header', 'schema']);

/** OpenAPI 2.0 has the key for operations only (section 5.6, Operation Object). */
export function deprecatedBy(snapshot: Snapshot, kind: string): string | undefined {
  const isKnown = kind === 'operation' || (KINDS.has(kind) && documentOf(snapshot)?.version !== '2.0');
  return isKnown ? 'deprecated' : undefined;
}
