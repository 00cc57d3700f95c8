import { ascending } from '../text/ascending.ts';
import type { SourceFile } from '../text/source-file.ts';

/** As git does by default: what is at least half the same is the same file under another name. */
const LEAST = 0.5;
/** More of a file says nothing more. */
const MAX_PARTS = 50_000;

/** Which of the files that have come was which of those that are gone, told by their content: each at most once, the most alike first. */
export function pairMoved(gone: readonly SourceFile[], come: readonly SourceFile[]): ReadonlyMap<string, string> {
  const old = gone.map((file) => ({ file, parts: partsOf(file.text) }));
  const pairs = come.flatMap((file) => {
    const parts = partsOf(file.text);
    return old.map((other) => ({ from: other.file.uri, to: file.uri, likeness: likenessOf(other.parts, parts) }));
  });
  const moved = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to, likeness } of pairs.sort((a, b) => b.likeness - a.likeness || compareNames(a, b))) {
    if (likeness < LEAST || moved.has(to) || taken.has(from)) continue;
    moved.set(to, from);
    taken.add(from);
  }
  return moved;
}

/** Where two are equally alike, the one that kept its name; else any, but always the same. */
function compareNames(a: { from: string; to: string }, b: { from: string; to: string }): number {
  const isRenamed = ({ from, to }: { from: string; to: string }) => nameOf(from) !== nameOf(to);
  return ascending(isRenamed(a), isRenamed(b)) || ascending(a.from, b.from) || ascending(a.to, b.to);
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

/** What stands on a line or between marks of JSON, and how often: indentation and notation make no difference. */
function partsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let left = MAX_PARTS;
  for (const [raw] of text.matchAll(/[^\n\r{}[\],]+/g)) {
    const part = raw.replaceAll(/["']/g, '').trim();
    if (part === '') continue;
    counts.set(part, (counts.get(part) ?? 0) + 1);
    if (--left === 0) break;
  }
  return counts;
}

function likenessOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [part, count] of a) common += Math.min(count, b.get(part) ?? 0);
  const all = Math.max(sumOf(a), sumOf(b));
  return all === 0 ? 0 : common / all;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
