import { cleanText } from '@breakwater/core';
import type { Io } from './io.ts';

/** One line that is written over: only for people who watch a terminal, and only when there is something to wait for. */
export function showProgress({ err, interactive }: Io, done: number, all: number, file: string): void {
  if (!interactive || all < 2) return;
  err(`\r\u001b[K${done < all ? `${done + 1}/${all} ${cleanText(file).slice(0, 100)}` : ''}`);
}
