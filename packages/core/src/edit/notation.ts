import type { SourceFile } from '../text/source-file.ts';
import type { Node } from '../tree/node.ts';

/** How new text has to look to fit in where it goes. */
export function isJson({ text }: SourceFile): boolean {
  return /^\uFEFF?\s*[{[]/.test(text);
}

/** Whether a map or list is written with brackets. */
export function isFlow(node: Node): boolean {
  return node.kind !== 'scalar' && /[{[]/.test(node.file.text.charAt(node.start));
}

export function lineBreakOf({ text }: SourceFile): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where the line of an offset starts, and where the next one does. */
export function lineAround({ text }: SourceFile, offset: number): { readonly start: number; readonly next: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, next: end < 0 ? text.length : end + 1 };
}

/** The white space before an offset, if its line holds nothing else there. */
export function indentBefore(file: SourceFile, offset: number): string | undefined {
  const before = file.text.slice(lineAround(file, offset).start, offset);
  return before.trim() === '' ? before : undefined;
}

/** Data on one line, in the notation of the file. */
export function inline(file: SourceFile, value: unknown): string {
  return isJson(file) ? JSON.stringify(value) : flowYaml(value);
}

const PLAIN = /^[A-Za-z_$/][\w$./+-]*$/;
const RESERVED = /^(true|false|null|yes|no|on|off|~)$/i;

function flowYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, item]) => `${flowYaml(name)}: ${flowYaml(item)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  return PLAIN.test(value) && !RESERVED.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}
