import type { SourceFile } from '../text/source-file.ts';
import { readJsonString } from './json-string.ts';
import type { ReadResult } from './reader.ts';
import { emptyFile, syntaxProblem } from './text-problem.ts';
import { TreeBuilder } from './tree-builder.ts';

const COMMENT = /\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
/** A number, a literal, or whatever stands in such a place. */
const WORD = /[^\s,:[\]{}"]+/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

type Expected = 'value' | 'item-or-end' | 'key-or-end' | 'key' | 'colon' | 'comma' | 'end';

/**
 * Reads JSON (RFC 8259). What is no JSON is a problem; the tree is built all the same, and comments and trailing commas cost it nothing.
 * Needs no recursion, so no depth of brackets is too deep.
 */
export function readJson(file: SourceFile): ReadResult {
  const parser = new JsonParser(file);
  parser.parse();
  return parser.builder.result();
}

class JsonParser {
  readonly builder: TreeBuilder;
  readonly #text: string;
  readonly #open: ('map' | 'seq')[] = [];
  readonly #count = { map: 0, seq: 0 };
  #at: number;
  #expected: Expected = 'value';
  /** The last comma, while nothing follows it. */
  #comma = -1;

  constructor(file: SourceFile) {
    this.builder = new TreeBuilder(file);
    this.#text = file.text;
    this.#at = file.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  parse(): void {
    this.#skipSpace();
    const isEmpty = this.#at === this.#text.length;
    while (this.#at < this.#text.length && this.#expected !== 'end') {
      this.#token(this.#text.charCodeAt(this.#at));
      this.#skipSpace();
    }
    if (isEmpty) this.builder.problems.damage(emptyFile());
    else if (this.#expected !== 'end') this.#damage('The document ends before it is complete.', this.#text.length, this.#text.length);
    else if (this.#at < this.#text.length) this.#damage('The document ended above; nothing more can follow.', this.#at);
    while (this.#open.length > 0) this.#closeTop();
  }

  #token(code: number): void {
    if (code === 34) this.#string();
    else if (code === 44) this.#separator();
    else if (code === 58) this.#colon();
    else if (code === 123) this.#openCollection('map');
    else if (code === 91) this.#openCollection('seq');
    else if (code === 125) this.#closeCollection('map');
    else if (code === 93) this.#closeCollection('seq');
    else this.#word();
  }

  #string(): void {
    const start = this.#at;
    const { value, end, wrong } = readJsonString(this.#text, start);
    if (wrong !== undefined) this.#damage(wrong, start, end);
    this.#scalar(value, 'quoted', end);
  }

  #word(): void {
    WORD.lastIndex = this.#at;
    const end = WORD.test(this.#text) ? WORD.lastIndex : this.#at + 1;
    const word = this.#text.slice(this.#at, end);
    const known = NUMBER.test(word) || word === 'true' || word === 'false' || word === 'null';
    if (!known || this.#expected.startsWith('key')) this.#damage('Text needs double quotes in JSON.', this.#at, end);
    if (word.trim() === '') this.#at = end;
    else this.#scalar(word, 'plain', end);
  }

  #scalar(text: string, style: 'plain' | 'quoted', end: number): void {
    this.#beforeNode();
    this.builder.scalar(text, style, this.#at, end);
    this.#at = end;
    const isKey = this.#expected === 'key' || this.#expected === 'key-or-end';
    this.#expected = isKey ? 'colon' : this.#afterValue();
  }

  #openCollection(kind: 'map' | 'seq'): void {
    this.#beforeNode();
    if (this.#expected === 'key' || this.#expected === 'key-or-end') {
      this.#damage('A key is missing before this.', this.#at);
      this.builder.scalar('', 'quoted', this.#at, this.#at);
    }
    this.builder.open(kind, this.#at, true);
    this.#open.push(kind);
    this.#count[kind]++;
    this.#at++;
    this.#expected = kind === 'map' ? 'key-or-end' : 'item-or-end';
  }

  #closeCollection(kind: 'map' | 'seq'): void {
    if (this.#count[kind] === 0) {
      this.#damage('This bracket closes nothing.', this.#at++);
      return;
    }
    while (this.#open.at(-1) !== kind) {
      this.#damage('Another bracket has to be closed before this one.', this.#at);
      this.#closeTop();
    }
    if (this.#comma >= 0) this.#remark('JSON allows no comma after the last item.', this.#comma, this.#comma + 1);
    else if (this.#lacksValue()) this.#damage('A value is missing before this.', this.#at);
    this.#closeTop(++this.#at);
  }

  #closeTop(end?: number): void {
    if (this.#lacksValue()) this.builder.empty();
    this.builder.close(end);
    const closed = this.#open.pop();
    if (closed) this.#count[closed]--;
    this.#comma = -1;
    this.#expected = this.#afterValue();
  }

  #separator(): void {
    if (this.#expected !== 'comma') this.#damage('A value is missing before this comma.', this.#at);
    if (this.#lacksValue()) this.builder.empty();
    this.#comma = this.#at++;
    if (this.#open.length > 0) this.#expected = this.#open.at(-1) === 'map' ? 'key' : 'value';
  }

  #colon(): void {
    if (this.#expected === 'colon') this.#expected = 'value';
    else this.#damage('This colon follows no key.', this.#at);
    this.#at++;
  }

  /** A key has been read, and its value has not. */
  #lacksValue(): boolean {
    return this.#expected === 'colon' || (this.#expected === 'value' && this.#open.at(-1) === 'map');
  }

  #beforeNode(): void {
    this.#comma = -1;
    if (this.#expected === 'colon') this.#damage('A colon is missing before this.', this.#at);
    if (this.#expected !== 'comma') return;
    this.#damage('A comma is missing before this.', this.#at);
    this.#expected = this.#open.at(-1) === 'map' ? 'key' : 'value';
  }

  #afterValue(): Expected {
    return this.#open.length === 0 ? 'end' : 'comma';
  }

  #skipSpace(): void {
    for (; this.#at < this.#text.length; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 32 || code === 10 || code === 13 || code === 9) continue;
      COMMENT.lastIndex = this.#at;
      if (code !== 47 || !COMMENT.test(this.#text)) return;
      this.#remark('JSON has no comments.', this.#at, COMMENT.lastIndex);
      this.#at = COMMENT.lastIndex - 1;
    }
  }

  #damage(message: string, start: number, end = start + 1): void {
    this.builder.problems.damage(syntaxProblem(message, { start, end }));
  }

  /** Not JSON, but nothing is lost by it. */
  #remark(message: string, start: number, end: number): void {
    this.builder.problems.remark(syntaxProblem(message, { start, end }));
  }
}
