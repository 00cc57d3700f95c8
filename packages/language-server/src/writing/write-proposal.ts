import { type Cursor, inline, lineAround, lineBreakOf, type Proposal, type SourceFile } from '@breakwater/core';
import { createSnippet } from './snippet.ts';
import { type Style, writeBeside } from './write-skeleton.ts';

export interface Written {
  readonly text: string;
  readonly isSnippet: boolean;
  /** What the editor compares with what is typed. */
  readonly filter: string;
}

export interface WriteOptions {
  readonly snippets: boolean;
  /** The editor inserts the text as it is; otherwise it indents further lines as the one that it goes to. */
  readonly asIs: boolean;
}

/** A proposal in the notation, the indentation and the quotes of its place. */
export function writeProposal(proposal: Proposal, cursor: Cursor, file: SourceFile, { snippets, asIs }: WriteOptions): Written {
  const typed = file.text.slice(cursor.token.start, cursor.token.end);
  const quote = /^["']/.exec(typed)?.[0] ?? '';
  const own = quoted(file, proposal, quote);
  const filter = quote === '' ? String(proposal.value) : `${quote}${proposal.value}`;
  const body = proposal.as === 'key' && !cursor.hasColon ? proposal.body : undefined;
  if (!body) return { text: cursor.before + own + (cursor.hasColon ? '' : cursor.after), isSnippet: false, filter };
  const snippet = createSnippet(!snippets);
  const text = `${snippet.text(own)}:${writeBeside(body, styleAt(cursor, file, asIs), snippet)}`;
  return { text: cursor.before + text + cursor.after, isSnippet: snippets, filter };
}

function quoted(file: SourceFile, { value }: Proposal, quote: string): string {
  if (typeof value === 'string' && quote === '"') return JSON.stringify(value);
  if (typeof value === 'string' && quote === "'") return `'${value.replaceAll("'", "''")}'`;
  return inline(file, value);
}

function styleAt({ token, notation }: Cursor, file: SourceFile, asIs: boolean): Style {
  const line = lineAround(file, token.start);
  const indent = /^[ \t]*/.exec(file.text.slice(line.start, token.start))?.[0] ?? '';
  const isOneLine = notation === 'json' && !file.text.trimEnd().includes('\n');
  // A key after a dash is further to the right than its line.
  const margin = notation === 'block' ? indent + ' '.repeat(token.start - line.start - indent.length) : indent;
  return { file, notation, margin: asIs ? margin : margin.slice(indent.length), unit: unitOf(file), lineBreak: isOneLine ? '' : lineBreakOf(file) };
}

/** By how much the first line is indented that is. */
function unitOf({ text }: SourceFile): string {
  return /\n( +|\t)(?=[^\s#-])/.exec(text)?.[1] ?? '  ';
}
