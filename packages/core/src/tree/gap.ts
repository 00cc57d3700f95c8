/**
 * What stands between the tokens of YAML: white space, comments and indicators.
 * Every reader finds the places that its parser does not tell with these functions, so all of them place nodes alike.
 */

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xfeff;
}

/** Past white space, line breaks, comments, directives, and the characters of `also`. */
export function skipGap(text: string, from: number, also = ''): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) continue;
    const toLineEnd = code === 35 || (code === 37 && isLineStart(text, at));
    if (toLineEnd) at = lineEnd(text, at) - 1;
    else if (!also.includes(text.charAt(at))) return at;
  }
  return at;
}

function isLineStart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || before === 10 || before === 13 || before === 0xfeff;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

/** Where a value that is not written would stand: right after its indicator, or after its key where there is none. */
export function emptyPlace(text: string, from: number, indicator: ':' | '-'): number {
  const at = skipGap(text, from);
  return text.charAt(at) === indicator ? at + 1 : from;
}

/** Where a key that is not written would stand: after its `?`, or before its `:`. */
export function emptyKeyPlace(text: string, from: number): number {
  const at = skipGap(text, from, ',');
  return text.charAt(at) === '?' ? at + 1 : at;
}

/** The offset of the `|` or `>` that opens a block scalar somewhere after `from`. */
export function blockScalarStart(text: string, from: number): number {
  return skipGap(text, from, ':-?');
}

/** The end of a block scalar's last line with content; of its header, where there is none. `until` is where its text may reach. */
export function blockScalarEnd(text: string, start: number, until: number): number {
  let header = start + 1;
  while (header < until && '+-123456789'.includes(text.charAt(header))) header++;
  const firstLineEnd = lineEnd(text, header);
  let last = until;
  while (last > firstLineEnd && isSpace(text.charCodeAt(last - 1))) last--;
  return last > firstLineEnd ? Math.min(lineEnd(text, last), until) : header;
}

/** The end of a flow collection whose last item ends at `from`. */
export function closingEnd(text: string, from: number): number {
  const at = skipGap(text, from, ',');
  const char = text.charAt(at);
  return char === ']' || char === '}' ? at + 1 : from;
}

/** `until` without the white space before it. */
export function trimmedEnd(text: string, until: number): number {
  let end = until;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}
