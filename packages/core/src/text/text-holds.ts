import { lengthOf, type SourceFile, type Stretches, sliceOf } from './source-file.ts';
import type { TextChange } from './text-change.ts';

const known = new WeakMap<SourceFile, Map<string, boolean>>();

/** Whether a word stands anywhere in a text. */
export function textHolds(file: SourceFile, word: string): boolean {
  const held = known.get(file) ?? new Map<string, boolean>();
  known.set(file, held);
  const holds = held.get(word) ?? (file.edited ?? file.text).includes(word);
  held.set(word, holds);
  return holds;
}

/** Before a file gets another text: what it held it holds still, unless it stood where the texts differ; what it did not hold can only have come there. */
export function keepHeld(file: SourceFile, after: Stretches, { from, to, by }: TextChange): void {
  const held = known.get(file) ?? new Map<string, boolean>();
  for (const [word, isHeld] of held) {
    const start = Math.max(from - word.length, 0);
    if (after.slice(start, Math.min(to + by + word.length, after.length)).includes(word)) held.set(word, true);
    else if (isHeld && sliceOf(file, start, Math.min(to + word.length, lengthOf(file))).includes(word)) held.delete(word);
  }
}
