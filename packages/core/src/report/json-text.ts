import { breakCommands, escapeUnits } from './clean-text.ts';

/** As in `clean-text.ts`, but for line breaks: those that `JSON.stringify` leaves stand between values. */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** JSON in a form that is safe in a terminal and in a log that a runner reads (threats T14, T18): only its escapes differ, its value does not. */
export function jsonText(value: unknown, indent = 0, replacer?: (key: string, value: unknown) => unknown): string {
  return safeEscapes(JSON.stringify(value, replacer, indent) ?? 'null');
}

/** The same of an object, indented, piece by piece: each item of a list in it is one. Together they may be longer than a text should be. */
export function* jsonPieces(object: Readonly<Record<string, unknown>>, indent: number): Generator<string> {
  const margin = ' '.repeat(indent);
  const within = (value: unknown, levels: number) => jsonText(value, indent).replaceAll('\n', `\n${margin.repeat(levels)}`);
  let before = '{';
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    const isList = Array.isArray(value) && value.length > 0;
    yield `${before}\n${margin}${jsonText(key)}: ${isList ? '[' : within(value, 1)}`;
    before = ',';
    if (!isList) continue;
    for (const [i, item] of value.entries()) yield `${i > 0 ? ',' : ''}\n${margin.repeat(2)}${within(item, 2)}`;
    yield `\n${margin}]`;
  }
  yield before === '{' ? '{}' : '\n}';
}

/** The same with U+FFFD for lone surrogates, which some parsers refuse (RFC 8259, section 8.2). `JSON.stringify` escapes those only. */
export function wellFormedJson(value: unknown, indent = 0): string {
  const json = JSON.stringify(value, undefined, indent) ?? 'null';
  return safeEscapes(json.replaceAll(/\\(?:u[\da-f]{4}|.)/g, (part) => (part.startsWith('\\ud') ? '\\ufffd' : part)));
}

function safeEscapes(json: string): string {
  return breakCommands(json.replaceAll(UNSAFE, escapeUnits));
}
