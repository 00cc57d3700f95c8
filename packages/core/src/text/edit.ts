import type { SourceFile, Span } from './source-file.ts';

/** Replace the text of `span` in the file `uri` by `text`. */
export interface Edit {
  readonly uri: string;
  readonly span: Span;
  readonly text: string;
}

/** The file's text after the edits, which must not overlap. Edits of other files are ignored. */
export function applyEdits(file: SourceFile, edits: readonly Edit[]): string {
  const ordered = edits.filter(({ uri }) => uri === file.uri).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let from = 0;
  for (const { span, text } of ordered) {
    if (span.start < from) continue;
    parts.push(file.text.slice(from, span.start), text);
    from = span.end;
  }
  parts.push(file.text.slice(from));
  return parts.join('');
}
