import type { Node, Place } from '@breakwater/core';
import type { Names, Syntax, Value } from './value.ts';

/** One way in which a text is not what the specification describes. */
export type Fault =
  | { readonly fault: 'missing'; readonly field: string; readonly object: string; readonly noun: string }
  | {
      readonly fault: 'unknown';
      readonly field: string;
      readonly object: string;
      readonly noun: string;
      readonly near?: string;
      readonly version: string;
      readonly known?: string;
    }
  | {
      readonly fault: 'misplaced';
      readonly field: string;
      readonly object: string;
      readonly noun: string;
      readonly by: string;
      readonly value: string;
      readonly belongs: readonly string[];
    }
  | {
      readonly fault: 'kind';
      readonly label: string;
      readonly field: string;
      readonly object: string;
      readonly is: string;
      readonly must: string;
      readonly wants: Value['is'];
      readonly of: string;
    }
  | { readonly fault: 'choice'; readonly label: string; readonly value: string; readonly of: readonly string[]; readonly near?: string }
  | { readonly fault: 'apart'; readonly field: string; readonly other: string; readonly noun: string }
  | { readonly fault: 'some'; readonly fields: readonly string[]; readonly object: string; readonly noun: string }
  | { readonly fault: 'name'; readonly name: string; readonly names: Names }
  | { readonly fault: 'syntax'; readonly label: string; readonly field: string; readonly object: string; readonly value: string; readonly syntax: Syntax }
  | { readonly fault: 'empty'; readonly label: string; readonly object: string }
  | { readonly fault: 'repeated'; readonly label: string; readonly value: string }
  | { readonly fault: 'single'; readonly label: string; readonly count: number }
  | { readonly fault: 'reference'; readonly target: string; readonly is: string; readonly must: string }
  | { readonly fault: 'no reference'; readonly must: string };

export interface PlacedFault {
  readonly data: Fault;
  readonly at: Node | Place;
  readonly related?: Node;
}
