import { type Cursor, inline, isJson, lineAround, lineBreakOf, type Proposal, type ScalarValue, type SourceFile } from '@breakwater/core';
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
  /** Nobody reads the file but us, to whom `off` is a text. */
  readonly isOurs: boolean;
}

/** A proposal in the notation, the indentation and the quotes of its place. */
export function writeProposal(proposal: Proposal, cursor: Cursor, file: SourceFile, options: WriteOptions): Written {
  const typed = file.text.slice(cursor.token.start, cursor.token.end);
  const quote = /^["']/.exec(typed)?.[0] ?? '';
  const say = saying(file, options);
  const own = quoted(proposal, quote, say);
  const filter = quote === '' ? String(proposal.value) : `${quote}${proposal.value}`;
  const body = proposal.as === 'key' && !cursor.hasColon ? proposal.body : undefined;
  const before = cursor.before + (proposal.begins === 'list' ? '- ' : '');
  if (!body) return { text: before + own + (cursor.hasColon ? '' : cursor.after), isSnippet: false, filter };
  const snippet = createSnippet(!options.snippets);
  const text = `${snippet.text(own)}:${writeBeside(body, styleAt(cursor, file, options, proposal.begins), snippet)}`;
  return { text: before + text + cursor.after, isSnippet: options.snippets, filter };
}

function quoted({ value }: Proposal, quote: string, say: (value: ScalarValue) => string): string {
  if (typeof value === 'string' && quote === '"') return JSON.stringify(value);
  if (typeof value === 'string' && quote === "'") return `'${value.replaceAll("'", "''")}'`;
  return say(value);
}

function saying(file: SourceFile, { isOurs }: WriteOptions): (value: ScalarValue) => string {
  return (value) => (isOurs && !isJson(file) && typeof value === 'string' && /^[a-z]+$/.test(value) ? value : inline(file, value));
}

function styleAt({ token, notation }: Cursor, file: SourceFile, options: WriteOptions, begins?: 'list'): Style {
  const line = lineAround(file, token.start);
  const indent = /^[ \t]*/.exec(file.text.slice(line.start, token.start))?.[0] ?? '';
  const isOneLine = notation === 'json' && !file.text.trimEnd().includes('\n');
  // A key after a dash is further to the right than its line.
  const margin = notation === 'block' ? indent + ' '.repeat(token.start - line.start - indent.length + (begins ? 2 : 0)) : indent;
  return {
    file,
    notation,
    margin: options.asIs ? margin : margin.slice(indent.length),
    unit: unitOf(file),
    lineBreak: isOneLine ? '' : lineBreakOf(file),
    say: saying(file, options),
  };
}

/** By how much the first line is indented that is. */
function unitOf({ text }: SourceFile): string {
  return /\n( +|\t)(?=[^\s#-])/.exec(text)?.[1] ?? '  ';
}
