/** Controls, line separators, bidirectional marks, zero-width characters and lone surrogates: what a terminal or a log would act on. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Cs}/gu;

/**
 * One line of text that is safe in a terminal and in a log that a runner reads (threats T14, T18): what is unsafe is shown
 * as `\uXXXX`, and nothing in it is a workflow command, neither `::name::` at the start nor `##[name]` anywhere.
 */
export function cleanText(text: string): string {
  return escapeUnsafe(text)
    .replaceAll('##[', '#\\u0023[')
    .replace(/^(\s*)::/, '$1\\u003a:');
}

/** The same for text that is escaped further, or that stands in the middle of a line. */
export function escapeUnsafe(text: string): string {
  return text.replaceAll(UNSAFE, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/** At most so many code points; what is cut is said. */
export function cutText(text: string, most: number): string {
  const points = [...text.slice(0, most * 2 + 2)];
  return points.length > most ? `${points.slice(0, most).join('')}…` : text;
}

/** A path as part of a URI (RFC 3986, section 3.3): slashes stay, everything else that is not plain is escaped. */
export function encodePath(path: string): string {
  return path
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
