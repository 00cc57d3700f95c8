/** A text as messages quote it: what is longer than a line is told by its beginning, so that many messages about it stay small. */
export function clip(text: string, length = 100): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
