import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below, V8 does well by itself. In bytes. */
const MUCH = 100_000_000;

let collect: (() => void) | undefined;

/** Gives back what nobody needs any more, where much is in use. V8 would wait until there is several times as much as there was. */
export function collectGarbage(): void {
  if (getHeapStatistics().used_heap_size < MUCH) return;
  collect ??= garbageCollector();
  collect();
}

/** V8's own is a function that only contexts have which are made after the flag. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}
