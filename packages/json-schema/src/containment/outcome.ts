/** What a search for a value came to: a value, a proof that there is none, or neither. */
export type Outcome = { readonly kind: 'found'; readonly value: unknown } | { readonly kind: 'none' } | { readonly kind: 'unknown'; readonly reason: string };

export const NONE: Outcome = { kind: 'none' };

export function found(value: unknown): Outcome {
  return { kind: 'found', value };
}

export function unknown(reason: string): Outcome {
  return { kind: 'unknown', reason };
}
