import type { Span } from '../text/source-file.ts';
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
