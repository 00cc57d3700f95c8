import type { Edit } from '../text/edit.ts';
import type { SourceFile, Span } from '../text/source-file.ts';
import { inline } from './notation.ts';

/** Another text in the place of a key or a scalar that is one, in the quotes that it has; new quotes only where it would mean something else without. */
export function rewriteScalar(file: SourceFile, { start, end }: Span, text: string): Edit {
  return { uri: file.uri, span: { start, end }, text: rewritten(file, file.text.slice(start, end), text) };
}

function rewritten(file: SourceFile, source: string, text: string): string {
  if (source.startsWith('"') || /\p{Cc}/u.test(text)) return JSON.stringify(text);
  if (source.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  return isAsPlain(source, text) ? text : inline(file, text);
}

/** Words and numbers that YAML would not take for a text, and what looks like the end of a text. */
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n|~|[-+.]?\d.*|\.inf|\.nan)$|^$|: | #|:$|^\s|\s$|^[-?!&*|>%@`"'#{}[\],]/i;

/** Every character that is not plain everywhere is one that is plain in this place already. */
function isAsPlain(source: string, text: string): boolean {
  return !NO_TEXT.test(text) && [...text].every((character) => /[\w$./-]/.test(character) || source.includes(character));
}
