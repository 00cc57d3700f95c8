import type { Span } from '../text/source-file.ts';
import type { ScalarNode } from './node.ts';

/** Those of a list in the order of the text that stand in a stretch of it. */
export function scalarsWithin(list: readonly ScalarNode[], { start, end }: Span): readonly ScalarNode[] {
  return list.slice(firstFrom(list, start), firstFrom(list, end));
}

function firstFrom(list: readonly ScalarNode[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
