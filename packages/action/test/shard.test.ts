import { memoryHost } from '@breakwater/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shardOf } from '../src/shard.ts';

const SIZES = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.nat({ max: 1_000 }), { maxKeys: 30 });

test('every contract is in one part, all parts know of the same, and none has much more than another', async () => {
  await fc.assert(
    fc.asyncProperty(SIZES, fc.integer({ min: 1, max: 6 }), async (sizes, of) => {
      const host = memoryHost(Object.fromEntries(Object.entries(sizes).map(([uri, size]) => [uri, 'x'.repeat(size)])));
      const uris = Object.keys(sizes);
      const parts = await Promise.all(Array.from({ length: of }, (_, i) => shardOf({ index: i + 1, of }, i % 2 ? uris : uris.toReversed(), host)));
      expect(parts.flatMap((part) => part.uris).toSorted()).toEqual(uris.toSorted());
      expect(new Set(parts.map(({ shard }) => shard.contracts)).size).toBe(1);
      const loads = parts.map((part) => part.uris.reduce((sum, uri) => sum + (sizes[uri] ?? 0) + 1, 0));
      const largest = Math.max(0, ...Object.values(sizes).map((size) => size + 1));
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(largest);
    }),
  );
});

test('other contracts are another digest', async () => {
  const digest = async (...uris: string[]) => (await shardOf({ index: 1, of: 1 }, uris, memoryHost({}))).shard.contracts;
  expect(await digest('a', 'b')).not.toBe(await digest('a,b'));
  expect(await digest('a', 'b')).toBe(await digest('b', 'a'));
});
