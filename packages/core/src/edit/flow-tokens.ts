import type { Span } from '../text/source-file.ts';

/** A piece of text between brackets: one mark of the notation, or a whole scalar. */
export interface FlowToken extends Span {
  readonly kind: 'mark' | 'quoted' | 'plain' | 'comment';
  /** What a scalar says. */
  readonly text: string;
  readonly isClosed: boolean;
}

const MARK = /[[\]{},]|:(?=[\s,[\]{}"']|$)/y;
const DOUBLE = /"((?:[^"\\\n\r]|\\.)*)("?)/y;
const SINGLE = /'((?:[^'\n\r]|'')*)('?)/y;
const COMMENT = /#[^\n]*/y;
const PLAIN_YAML = /(?:[^\s,[\]{}:]|:(?![\s,[\]{}]|$)|[ \t]+(?![\s,[\]{}:#]|$))+/y;
const PLAIN_JSON = /[^\s,[\]{}:"]+/y;

/** The pieces from an offset on. A string ends at the end of its line, closed or not, so that one forgotten mark does not swallow the rest. */
export function* flowTokens(text: string, start: number, notation: 'flow' | 'json'): Generator<FlowToken> {
  const space = /\s*/y;
  for (let at = start; ; ) {
    space.lastIndex = at;
    space.test(text);
    at = space.lastIndex;
    if (at >= text.length) return;
    const token = tokenAt(text, at, notation);
    yield token;
    at = token.end;
  }
}

function tokenAt(text: string, at: number, notation: 'flow' | 'json'): FlowToken {
  const first = text.charAt(at);
  if (first === '"') return quoted(text, at, DOUBLE, (inner) => unescaped(inner));
  if (notation === 'flow' && first === "'") return quoted(text, at, SINGLE, (inner) => inner.replaceAll("''", "'"));
  if (notation === 'flow' && first === '#') return { kind: 'comment', start: at, end: endOf(text, at, COMMENT), text: '', isClosed: true };
  MARK.lastIndex = at;
  if (MARK.test(text) || first === ':') return { kind: 'mark', start: at, end: at + 1, text: first, isClosed: true };
  const end = endOf(text, at, notation === 'json' ? PLAIN_JSON : PLAIN_YAML);
  return { kind: 'plain', start: at, end, text: text.slice(at, end), isClosed: true };
}

function quoted(text: string, at: number, pattern: RegExp, read: (inner: string) => string): FlowToken {
  pattern.lastIndex = at;
  const [, inner = '', mark = ''] = pattern.exec(text) ?? [];
  return { kind: 'quoted', start: at, end: pattern.lastIndex, text: read(inner), isClosed: mark !== '' };
}

function unescaped(inner: string): string {
  if (!inner.includes('\\')) return inner;
  try {
    return String(JSON.parse(`"${inner}"`));
  } catch {
    return inner;
  }
}

function endOf(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at + 1;
}
