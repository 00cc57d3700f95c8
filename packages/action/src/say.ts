import { cleanText } from '@breakwater/core';

/** The one way of text into the log: no line break, no terminal escape, nothing that a runner takes for a command (threat T14). */
export function say(text: string): string {
  return cleanText(text);
}
