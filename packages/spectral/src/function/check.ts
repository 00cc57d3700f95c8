import type { Contract, Node, Schema } from '@breakwater/core';
import type { Seen, Thing } from '../path/thing.ts';

/** Something that a function finds fault with. */
export interface Complaint {
  /** What is wrong, as the end of a sentence about the target: "must be defined". */
  readonly message: string;
  /** From the target to what is meant, if that is not the target itself. */
  readonly path?: readonly (string | number)[];
}

export interface Context {
  readonly contract: Contract;
  readonly seen: Seen;
  /** What the contract is, in the words of rulesets: `oas3`, `oas3.1`. */
  readonly formats: ReadonlySet<string>;
  /** The root of the contract's first file. */
  readonly root: Node;
}

/** Looks at one value; what it is not made for is not looked at. */
export type Check = (value: Thing, context: Context) => readonly Complaint[];

/** A function that rulesets call by name. */
export interface CheckMaker {
  /** What its options may be; without it there are none. */
  readonly options?: Schema;
  /** Whether it can do without options. */
  readonly isOptional?: boolean;
  make(options: Node | undefined): Check;
}

export const CLEAN: readonly Complaint[] = [];

export function mapOf(value: Thing): (Node & { readonly kind: 'map' }) | undefined {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'map' ? value : undefined;
}

export function listOf(value: Thing): (Node & { readonly kind: 'seq' }) | undefined {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'seq' ? value : undefined;
}

/** A value for a message: short, and maps and lists by their kind only. */
export function shown(value: Thing): string {
  if (value === undefined) return 'nothing';
  if (listOf(value)) return 'a list';
  if (mapOf(value)) return 'an object';
  const text = JSON.stringify(value) ?? '';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
