import type { SourceFile } from '../text/source-file.ts';

/** How new text has to look to fit in where it goes. */
export function isJson({ text }: SourceFile): boolean {
  return /^\uFEFF?\s*[{[]/.test(text);
}

export function lineBreakOf({ text }: SourceFile): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where the line of an offset starts, where its text ends, and where the next one starts. */
export function lineAround({ text }: SourceFile, offset: number): { readonly start: number; readonly end: number; readonly next: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', offset);
  if (found < 0) return { start, end: text.length, next: text.length };
  return { start, end: text.charAt(found - 1) === '\r' ? Math.max(found - 1, offset) : found, next: found + 1 };
}

/** The white space before an offset, if its line holds nothing else there. */
export function indentBefore(file: SourceFile, offset: number): string | undefined {
  const before = file.text.slice(lineAround(file, offset).start, offset);
  return before.trim() === '' ? before : undefined;
}

/** The indentation of what begins at an offset. What follows a dash has no white space alone before it: its column is what counts. */
export function marginAt(file: SourceFile, offset: number): string {
  return indentBefore(file, offset) ?? ' '.repeat(offset - lineAround(file, offset).start);
}

/** Data on one line, in the notation of the file. */
export function inline(file: SourceFile, value: unknown): string {
  return isJson(file) ? flowJson(value, gapOf(file)) : flowYaml(value, quoteOf(file));
}

/** What stands after a colon of the file: files for machines have nothing there. */
export function gapOf({ text }: SourceFile): string {
  return /"\s*:\S/.test(text) && !/"\s*:\s/.test(text) ? '' : ' ';
}

/** The quotation mark that the author uses, judged by the first one. */
function quoteOf({ text }: SourceFile): string {
  return /[-:,[{]\s*(["'])/.exec(text)?.[1] ?? '"';
}

function flowJson(value: unknown, gap: string): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowJson(item, gap)).join(`,${gap}`)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${gap}${flowJson(item, gap)}`);
  return entries.length === 0 ? '{}' : `{${gap}${entries.join(`,${gap}`)}${gap}}`;
}

const PLAIN = /^[A-Za-z_$/][\w$./+-]*$/;
const RESERVED = /^(true|false|null|yes|no|on|off|y|n)$/i;

function flowYaml(value: unknown, quote: string): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowYaml(item, quote)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, item]) => `${flowYaml(name, quote)}: ${flowYaml(item, quote)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (typeof value !== 'string' || (quote === '"' && !isPlain(value)) || /\p{Cc}/u.test(value)) return JSON.stringify(value);
  return isPlain(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

function isPlain(value: string): boolean {
  return PLAIN.test(value) && !RESERVED.test(value);
}
