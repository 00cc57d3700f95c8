import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { collectGarbage } from '../src/index.ts';

test('what nobody needs any more is given back', () => {
  const kept: number[][] = [];
  let left: number[][] | undefined = Array.from({ length: 200 }, () => new Array<number>(100_000).fill(0.5));
  const before = getHeapStatistics().used_heap_size;
  collectGarbage();
  const held = getHeapStatistics().used_heap_size;
  kept.push(...left.slice(0, 2));
  left = undefined;
  collectGarbage();
  const after = getHeapStatistics().used_heap_size;
  expect([before - after > 140_000_000, held - after > 140_000_000, kept.length]).toEqual([true, true, 2]);
});
