import { createHash } from 'node:crypto';
import type { Host, Shard } from '@breakwater/core';

/** `2/4`: the second of four parts. */
export type Part = Pick<Shard, 'index' | 'of'>;

/** The contracts of one part. Every part comes to the same split, as it follows from the names and sizes alone. */
export async function shardOf(part: Part, uris: readonly string[], host: Host): Promise<{ readonly uris: readonly string[]; readonly shard: Shard }> {
  const sized = await Promise.all(uris.map(async (uri) => ({ uri, size: await sizeOf(uri, host) })));
  const loads = Array.from({ length: part.of }, () => 0);
  const own: string[] = [];
  // The largest first, each to whoever has least: never much worse than the best split (Graham 1969).
  for (const { uri, size } of sized.sort((a, b) => b.size - a.size || (a.uri < b.uri ? -1 : 1))) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + size;
    if (least === part.index - 1) own.push(uri);
  }
  const contracts = createHash('sha256').update(JSON.stringify(uris.toSorted())).digest('hex');
  return { uris: own, shard: { ...part, contracts } };
}

/** One more than the text, so that empty and unreadable ones are spread too. */
async function sizeOf(uri: string, host: Host): Promise<number> {
  const file = await host.readFile(uri);
  return 'text' in file ? file.text.length + 1 : 1;
}
