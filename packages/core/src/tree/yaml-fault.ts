import { Composer, type CST, type Document, type ErrorCode } from 'yaml';
import type { TextProblem } from './reader.ts';
import { syntaxProblem } from './text-problem.ts';

/** What the codes of the `yaml` package mean to an author. Its own messages may hold text of the document; these never do. */
const SENTENCES: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'An alias takes no anchor and no tag of its own.',
  BAD_ALIAS: 'An alias or an anchor needs a name.',
  BAD_COLLECTION_TYPE: 'The tag here does not fit a list or a mapping.',
  BAD_DIRECTIVE: 'YAML has no such directive, or this one lacks something; text that starts with `%` needs quotes.',
  BAD_DQ_ESCAPE: 'YAML has no such escape inside double quotes; a backslash is written twice there.',
  BAD_INDENT: 'The indentation here does not match what it belongs to.',
  BAD_PROP_ORDER: 'Anchors and tags stand before the value that they belong to.',
  BAD_SCALAR_START: 'Text that starts with this character needs quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A nested mapping or list starts on a line of its own, below its key.',
  BLOCK_IN_FLOW: 'Inside brackets, mappings and lists need brackets too.',
  DUPLICATE_KEY: 'A key stands twice in one mapping.',
  IMPOSSIBLE: 'Nothing can stand in this place.',
  KEY_OVER_1024_CHARS: 'A key longer than 1024 characters needs a `?` before it.',
  MISSING_CHAR: 'Something is missing here: a colon after a key, a comma, a closing quote, or a closing bracket.',
  MULTILINE_IMPLICIT_KEY: 'A key has to end, with its colon, on the line it starts on.',
  MULTIPLE_ANCHORS: 'A value can have one anchor only.',
  MULTIPLE_DOCS: 'A second document starts here; only the first one of a file is read.',
  MULTIPLE_TAGS: 'A value can have one tag only.',
  NON_STRING_KEY: 'Only text can be a key.',
  RESOURCE_EXHAUSTION: 'This is nested too deeply to be read.',
  TAB_AS_INDENT: 'Tabs cannot indent YAML; use spaces.',
  TAG_RESOLVE_FAILED: 'The tag here does not fit its value.',
  UNEXPECTED_TOKEN: 'Nothing is expected here: a colon, quote or bracket above may be misplaced.',
};

/** A fault, and where it is. */
export interface Fault {
  readonly code: ErrorCode;
  readonly start: number;
  readonly end: number;
}

export function faultProblem({ code, start, end }: Fault): TextProblem {
  return syntaxProblem(SENTENCES[code], { start, end: Math.max(start, end) });
}

export function notWellFormed(at: number): TextProblem {
  return syntaxProblem('From here on the text is not well-formed YAML.', { start: at, end: at });
}

type ErrorSource = number | readonly number[] | { readonly offset: number; readonly source?: unknown };

/**
 * The first two documents of a parse, and its faults. The composer makes an `Error` with a stack for each fault, which takes longer than all the rest
 * in a text that is full of them; so it is given another place to tell them to. Warnings are not kept.
 */
export function compose(tokens: Iterable<CST.Token>, options: ConstructorParameters<typeof Composer>[0]): { documents: Document.Parsed[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const note = (source: ErrorSource, code: ErrorCode, _message: string, warning?: boolean): void => {
    if (!warning) faults.push(faultAt(source, code));
  };
  const composer = Object.defineProperty(new Composer(options), 'onError', { value: note });
  const documents: Document.Parsed[] = [];
  for (const document of composer.compose(withoutErrors(tokens, note))) {
    documents.push(document);
    if (documents.length > 1) break;
  }
  faults.push(...documents.flatMap(({ errors }) => errors.map(({ code, pos: [start, end] }) => ({ code, start, end }))));
  return { documents, faults: faults.sort((a, b) => a.start - b.start) };
}

function* withoutErrors(tokens: Iterable<CST.Token>, note: (token: CST.ErrorToken, code: ErrorCode, message: string) => void): Generator<CST.Token> {
  for (const token of tokens) {
    if (token.type === 'error') note(token, 'UNEXPECTED_TOKEN', '');
    else yield token;
  }
}

function faultAt(source: ErrorSource, code: ErrorCode): Fault {
  if (typeof source === 'number') return { code, start: source, end: source + 1 };
  if ('offset' in source) return { code, start: source.offset, end: source.offset + (typeof source.source === 'string' ? source.source.length : 1) };
  const [start = 0, end = start] = source;
  return { code, start, end };
}
