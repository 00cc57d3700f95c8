import type { Span } from '../text/source-file.ts';
import { skipGap } from './gap.ts';
import { MAX_DEPTH, MAX_EXPANDED_NODES, type TextProblem } from './reader.ts';

const MAX_NAME = 100;

/** A key's name inside a message; long ones are cut. */
export function quoted(name: string): string {
  const shown = name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name;
  return `\`${shown}\``;
}

export function syntaxProblem(message: string, span: Span): TextProblem {
  return { code: 'syntax', message, span: { start: span.start, end: span.end } };
}

export function missingColon(span: Span): TextProblem {
  return syntaxProblem('A colon is missing after this key, or this belongs to the line above.', span);
}

export function duplicateKey(name: string, span: Span, first: Span): TextProblem {
  return {
    code: 'duplicate-key',
    message: `The key ${quoted(name)} stands twice in one mapping; the first one counts here.`,
    span: { start: span.start, end: span.end },
    related: { start: first.start, end: first.end },
  };
}

export function tooDeep(span: Span): TextProblem {
  return { code: 'limit', message: `The nesting is deeper than ${MAX_DEPTH} levels; what lies deeper is not read.`, span };
}

export function tooManyNodes(span: Span): TextProblem {
  const message = `The aliases of this file stand for more than ${MAX_EXPANDED_NODES} nodes; the ones from here on are not read.`;
  return { code: 'limit', message, span };
}

export function endlessAlias(span: Span): TextProblem {
  return { code: 'limit', message: 'An alias stands inside the value that it repeats, which has no end; it is not read.', span };
}

export function emptyFile(): TextProblem {
  return syntaxProblem('The file is empty.', { start: 0, end: 0 });
}

/** `from` is the end of the first document. */
export function secondDocument(text: string, from: number): TextProblem {
  let start = skipGap(text, from);
  if (text.startsWith('...', start)) start = skipGap(text, start + 3);
  const end = text.startsWith('---', start) ? start + 3 : start;
  return syntaxProblem('A second document starts here; only the first one of a file is read.', { start, end });
}

export function moreProblems(count: number, span: Span): TextProblem {
  return syntaxProblem(`${count} more ${count === 1 ? 'place' : 'places'} from here on cannot be read either.`, span);
}

/** `start` is the first of the places. */
export function deficientIndent(start: number, count: number): TextProblem {
  const places = count === 1 ? 'one place' : `${count} places, this is the first`;
  return {
    code: 'deprecated-yaml',
    message:
      'YAML 1.2 parsers refuse this file: a line that continues quoted text or brackets has to be indented deeper than the key above ' +
      `(${places}). Indent such lines.`,
    span: { start, end: start + 1 },
  };
}
