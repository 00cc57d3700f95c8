/** A stretch of the new text that a pull request shows, and which of its lines it has written. Lines count from one. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly added: ReadonlySet<number>;
}

const HEADER = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/;

/** The hunks of a patch as GitHub gives it, of the new text. A comment on any other line is refused. */
export function hunksOf(patch: string): readonly Hunk[] {
  const hunks: { start: number; end: number; added: Set<number> }[] = [];
  let line = 0;
  for (const text of patch.split('\n')) {
    const header = HEADER.exec(text);
    if (header) {
      line = Number(header[1]);
      hunks.push({ start: line, end: line + Number(header[2] ?? 1) - 1, added: new Set() });
    } else if (text.startsWith('+')) hunks.at(-1)?.added.add(line++);
    else if (text.startsWith(' ')) line++;
  }
  return hunks;
}
