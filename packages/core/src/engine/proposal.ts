import type { ScalarValue } from '../tree/node.ts';

/** Something that may be written at a place. */
export interface Proposal {
  /** A key to write, or a value. */
  readonly as: 'key' | 'value';
  readonly sort: 'field' | 'name' | 'reference' | 'choice';
  /** A key's name, or the value. */
  readonly value: ScalarValue;
  /** What it is, in a few words. */
  readonly detail?: string | undefined;
  /** What is to be known of it, in sentences. */
  readonly note?: string | undefined;
  /** Lower comes first. */
  readonly rank: number;
  readonly deprecated?: boolean;
  /** It is an item of a list that is not begun yet. */
  readonly begins?: 'list';
  /** What comes with a key. */
  readonly body?: Skeleton;
}

/** The shape of a value, with holes for what its author has to say. */
export type Skeleton =
  | ScalarSkeleton
  | { readonly map: readonly (readonly [key: string, value: Skeleton])[] }
  | { readonly list: readonly Skeleton[] }
  /** One of which nothing is known but what it is. */
  | { readonly open: 'map' | 'list' };

export type ScalarSkeleton =
  /** Whether it is a text decides about quotes. */
  { readonly hole: 'text' | 'any'; readonly choices?: readonly ScalarValue[] } | { readonly value: ScalarValue };
