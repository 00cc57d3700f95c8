/** One part of a line of block style: a dash, or a key with what stands beside it. */
export interface LinePart {
  readonly column: number;
  /** `undefined` for a dash. */
  readonly key: string | undefined;
  /** Offsets in the text: of the key with its quotes, and of what follows the colon or the dash. */
  readonly start: number;
  readonly end: number;
  readonly rest: number;
}

export interface BlockLine {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  /** Neither empty nor a comment. */
  readonly says: boolean;
}

const KEY = /(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\n]|'')*)'|([^\s"'#&*!|>%@`[\]{},-][^\n]*?|-[^\s][^\n]*?))[ \t]*:(?=[ \t\r\n]|$)/y;
const DASH = /-(?=[ \t\r\n]|$)[ \t]*/y;

export function lineAt(text: string, offset: number): BlockLine {
  const start = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', offset);
  const end = found < 0 ? text.length : found;
  let at = start;
  while (at < end && text.charCodeAt(at) === 32) at++;
  const first = text.charAt(at);
  return { start, end, indent: at - start, says: at < end && first !== '#' && first !== '\r' };
}

/** From the left to the right: dashes, and at most one key. */
export function partsOfLine(text: string, { start, end, indent }: BlockLine): readonly LinePart[] {
  const parts: LinePart[] = [];
  let at = start + indent;
  for (DASH.lastIndex = at; DASH.test(text); DASH.lastIndex = at) {
    const rest = Math.min(DASH.lastIndex, end);
    parts.push({ column: at - start, key: undefined, start: at, end: at + 1, rest });
    if (rest === at) break;
    at = rest;
  }
  KEY.lastIndex = at;
  const found = KEY.exec(text);
  if (!found || KEY.lastIndex > end) return parts;
  const [whole, double, single, plain] = found;
  const key = double ?? single?.replaceAll("''", "'") ?? plain ?? '';
  const written = whole.slice(0, -1).trimEnd().length;
  const rest = KEY.lastIndex + (/^[ \t]*/.exec(text.slice(KEY.lastIndex, end))?.[0].length ?? 0);
  return [...parts, { column: at - start, key, start: at, end: at + written, rest }];
}

/** What stands beside a key, without its comment. */
export function besideOf(text: string, { rest }: LinePart, { end }: BlockLine): string {
  return withoutComment(text.slice(rest, end)).trimEnd();
}

export function withoutComment(text: string): string {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(text)?.[0];
  return quoted ?? text.replace(/(^|\s)#.*$/s, '');
}
