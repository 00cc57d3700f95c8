/** The inside of a string up to its closing quote, where it holds no escape and no control character. */
const SIMPLE = /[^"\\\u0000-\u001f]*"/y;
const HEX = /[\da-fA-F]{4}/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

export interface JsonString {
  readonly value: string;
  /** After the closing quote; at the line's end where it is missing. */
  readonly end: number;
  readonly wrong?: string;
}

/** Reads the string whose opening quote stands at `start` (RFC 8259, section 7). */
export function readJsonString(text: string, start: number): JsonString {
  SIMPLE.lastIndex = start + 1;
  if (SIMPLE.test(text)) return { value: text.slice(start + 1, SIMPLE.lastIndex - 1), end: SIMPLE.lastIndex };
  return readAnyString(text, start);
}

function readAnyString(text: string, start: number): JsonString {
  let value = '';
  let wrong: string | undefined;
  let copied = start + 1;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return { value: value + text.slice(copied, at), end: at + 1, ...(wrong !== undefined && { wrong }) };
    if (code === 10 || code === 13) return unclosed(value + text.slice(copied, at), at);
    if (code < 32) wrong ??= 'A control character inside a string needs an escape.';
    if (code !== 92) continue;
    const found = readEscape(text, at);
    if (found === undefined) wrong ??= 'JSON does not know this escape in a string.';
    value += text.slice(copied, at) + (found?.value ?? '');
    at += found?.length ?? 0;
    copied = at + 1;
  }
  return unclosed(value + text.slice(copied), text.length);
}

function unclosed(value: string, end: number): JsonString {
  return { value, end, wrong: 'This string has no closing quote on its line.' };
}

/** The escape whose backslash stands at `at`, and how many characters follow the backslash. */
function readEscape(text: string, at: number): { value: string; length: number } | undefined {
  const simple = ESCAPES.get(text.charAt(at + 1));
  if (simple !== undefined) return { value: simple, length: 1 };
  HEX.lastIndex = at + 2;
  if (text.charAt(at + 1) !== 'u' || !HEX.test(text)) return undefined;
  return { value: String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16)), length: 5 };
}
