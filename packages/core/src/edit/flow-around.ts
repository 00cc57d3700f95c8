import { lineAt, partsOfLine } from './block-line.ts';

/** More lines than anybody writes between brackets. */
const MAX_LINES = 5_000;

/**
 * Where the brackets begin that a place in a block-style text is in, the outermost ones. What they hold is indented deeper than the key
 * or dash before them, so that few lines can be where they begin.
 */
export function flowAround(text: string, offset: number): number | undefined {
  let found: number | undefined;
  let indent = Number.POSITIVE_INFINITY;
  let line = lineAt(text, offset);
  for (let i = 0; i < MAX_LINES; i++) {
    const part = partsOfLine(text, line).at(-1);
    const start = part ? part.rest : line.start + line.indent;
    const column = part?.column ?? line.indent;
    const isBracket = line.says && start < offset && /[[{]/.test(text.charAt(start));
    if (isBracket && column < indent && isOpenAt(text, start, offset)) found = start;
    const closes = /[\]}]/.test(text.charAt(line.start + line.indent));
    if (line.says && !closes) indent = Math.min(indent, line.indent);
    if (line.start === 0 || indent === 0) break;
    line = lineAt(text, line.start - 1);
  }
  return found;
}

const PIECE = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\n]|'')*'?|(?<=\s)#[^\n]*|[[\]{}]|[^"'#[\]{}]+|./gs;

function isOpenAt(text: string, start: number, offset: number): boolean {
  let depth = 0;
  for (const [piece] of text.slice(start, offset).matchAll(PIECE)) {
    if (piece === '{' || piece === '[') depth++;
    else if (piece === '}' || piece === ']') depth--;
    if (depth === 0) return false;
  }
  return depth > 0;
}
