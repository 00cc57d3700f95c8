import type { Decimal } from './decimal.ts';
import type { Literal } from './literal.ts';

/** Which keys of an object are meant: those that match `pattern`, or those outside `names` that match none of `patterns`. */
export interface Keys {
  readonly pattern?: string;
  readonly names?: ReadonlySet<string>;
  readonly patterns?: readonly string[];
}

/** Something simple that holds for the value at one place, whose type is settled. */
export type Fact =
  /** Something not understood, left out: the search then sees too many values, and never too few. */
  | { readonly kind: 'opaque'; readonly reason: string }
  | { readonly kind: 'among'; readonly values: readonly unknown[] }
  | { readonly kind: 'except'; readonly value: unknown }
  | { readonly kind: 'above' | 'below'; readonly limit: Decimal; readonly open: boolean }
  | { readonly kind: 'multiple'; readonly of: Decimal; readonly sign: boolean }
  | { readonly kind: 'pattern'; readonly source: string; readonly sign: boolean }
  /** A format of texts that is no pattern. */
  | { readonly kind: 'format'; readonly name: string; readonly sign: boolean }
  /** Characters, items or properties, by the type of the value. */
  | { readonly kind: 'least' | 'most'; readonly count: number }
  | { readonly kind: 'item'; readonly index: number; readonly literal: Literal }
  | { readonly kind: 'rest'; readonly from: number; readonly literal: Literal }
  /** At least `count` items from index `from` on, or at most `count` items. */
  | { readonly kind: 'some'; readonly from: number; readonly count: number; readonly literal: Literal }
  | { readonly kind: 'few'; readonly count: number; readonly literal: Literal }
  | { readonly kind: 'unique'; readonly sign: boolean }
  | { readonly kind: 'present' | 'absent'; readonly name: string }
  /** If the property is there. */
  | { readonly kind: 'property'; readonly name: string; readonly literal: Literal }
  | { readonly kind: 'each'; readonly keys: Keys; readonly literal: Literal }
  | { readonly kind: 'names'; readonly literal: Literal }
  /** There is such a key, whose name satisfies `named` and whose value satisfies `literal`. */
  | { readonly kind: 'some-key'; readonly keys: Keys; readonly named?: Literal; readonly literal?: Literal };

export interface Alternative {
  readonly literals: readonly Literal[];
  readonly facts: readonly Fact[];
}

/** At least one of the alternatives holds; none of none does. */
export type Clause = readonly Alternative[];

export const HOLDS: Alternative = { literals: [], facts: [] };

export function facts(...given: readonly Fact[]): Alternative {
  return { literals: [], facts: given };
}

export function literals(...given: readonly Literal[]): Alternative {
  return { literals: given, facts: [] };
}
