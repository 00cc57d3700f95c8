import type { ScalarNode, Span } from '@breakwater/core';

/** Those of a list in the order of the text that stand in a stretch of it. */
export function scalarsWithin(list: readonly ScalarNode[], { start, end }: Span): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  for (let i = firstFrom(list, start); i < list.length; i++) {
    const scalar = list[i];
    if (!scalar || scalar.start >= end) break;
    found.push(scalar);
  }
  return found;
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
